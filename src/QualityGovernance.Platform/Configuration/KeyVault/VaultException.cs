namespace QualityGovernance.Platform.Configuration.KeyVault;

/// <summary>Nothing can be read from the vault. The problem is a sentence without its subject, <c>KEY_VAULT_URI</c>, and holds no value.</summary>
internal sealed class VaultException(string problem, Exception? inner = null) : Exception(problem, inner);
