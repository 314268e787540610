namespace QualityGovernance.Platform.Configuration.KeyVault;

/// <summary>Keeps secrets under names.</summary>
internal interface ISecretVault
{
    /// <returns>The value, or null where the vault holds no such secret.</returns>
    /// <exception cref="VaultException">Nothing can be read from it.</exception>
    string? Read(string name);
}
