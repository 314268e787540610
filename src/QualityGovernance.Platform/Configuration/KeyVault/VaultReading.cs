using System.Text.RegularExpressions;

namespace QualityGovernance.Platform.Configuration.KeyVault;

/// <summary>Reads settings out of a vault; opens it for the first and asks it no more once it has failed.</summary>
/// <param name="open">Opens a vault.</param>
internal sealed partial class VaultReading(Func<VaultAddress, ISecretVault> open)
{
    private ISecretVault? vault;
    private bool failed;

    /// <summary>Which vault; null where none was given.</summary>
    public VaultAddress? Address { get; set; }

    /// <summary>What was given for the vault is wrong: its own problem says so, and its secrets need none each.</summary>
    public bool IsWrong { get; set; }

    /// <param name="variable">Such as SECRET_KEY_VAULT. What it holds is not repeated: a secret put into the wrong variable would be printed.</param>
    /// <param name="name">What it holds.</param>
    /// <param name="report">Hears what is wrong.</param>
    /// <returns>The value, or null: then it was reported, now or before.</returns>
    public string? Read(string variable, string name, Action<string> report)
    {
        if (!NamePattern().IsMatch(name))
            return Refuse("does not hold the name of a secret: letters, digits and -, up to 127 of them. Write the name that it has in the vault.");
        if (IsWrong || failed)
            return null;
        if (Address is not { } address)
            return Refuse("is given without KEY_VAULT_URI. Set KEY_VAULT_URI=https://name.vault.azure.net");

        try
        {
            vault ??= open(address);
            var text = vault.Read(name)?.TrimEnd('\r', '\n');
            return text is null ? Refuse("names a secret that the vault does not hold. Write it there, or correct the name.")
                : string.IsNullOrWhiteSpace(text) ? Refuse("names a secret that is empty. Write the value into the vault.")
                : text;
        }
        catch (VaultException e)
        {
            failed = true;
            report($"{SettingsTable.KeyVaultUri.Name} {e.Message}");
            return null;
        }

        string? Refuse(string problem)
        {
            report($"{variable} {problem}");
            return null;
        }
    }

    [GeneratedRegex("^[0-9A-Za-z-]{1,127}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
