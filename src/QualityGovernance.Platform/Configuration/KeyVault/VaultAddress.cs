namespace QualityGovernance.Platform.Configuration.KeyVault;

/// <summary>Where the vault is, and as whom to ask it.</summary>
/// <param name="Uri">Of the vault; HTTPS.</param>
/// <param name="ClientId">Of the user-assigned identity of this machine; null for the one that the machine itself has.</param>
internal sealed record VaultAddress(Uri Uri, Guid? ClientId)
{
    private const string Remedy = "Write it as KEY_VAULT_URI=https://name.vault.azure.net";

    internal static Parsed<Uri> ReadUri(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            ? uri
            : Parsed<Uri>.Wrong($"is not the address of a vault: https, a host and nothing behind it. {Remedy}");

    internal static Parsed<Guid?> ReadClientId(string text) => Guid.TryParseExact(text.Trim(), "D", out var id)
        ? id
        : Parsed<Guid?>.Wrong("is not the client id of an identity, such as 11111111-2222-3333-4444-555555555555. Correct it, or leave it out for the machine's own identity.");
}
