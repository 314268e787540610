namespace QualityGovernance.Platform.Configuration;

/// <summary>One row of the settings table, as people read it.</summary>
/// <param name="Name">The environment variable, and the key in a configuration file.</param>
/// <param name="Default">What holds when it is not given.</param>
/// <param name="Rule">What is accepted.</param>
/// <param name="HoldsSecret">Then it also works as <c>NAME_FILE</c> and <c>NAME_VAULT</c>, and its value is never printed.</param>
public record Setting(string Name, string Default, string Rule, bool HoldsSecret = false)
{
    /// <summary>The variable that names a file with the value, for a setting that can hold a secret.</summary>
    public string? FileName => HoldsSecret ? Name + "_FILE" : null;

    /// <summary>The variable that names a secret of the vault, for a setting that can hold one.</summary>
    public string? VaultName => HoldsSecret ? Name + "_VAULT" : null;
}
