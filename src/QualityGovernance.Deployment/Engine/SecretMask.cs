using System.Text.Json;

namespace QualityGovernance.Deployment.Engine;

/// <summary>Knows the secrets of a run and takes them out of every text, also in the spellings that addresses and JSON give them.</summary>
public sealed class SecretMask
{
    public const string Replacement = "***";

    /// <summary>Shorter values occur by chance; masking them would blank half of the output and hide nothing.</summary>
    public const int ShortestSecret = 4;

    private readonly Lock gate = new();
    private string[] secrets = [];

    public void Register(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        lock (gate)
        {
            // Longest first: of two secrets where one contains the other, nothing of the longer may stay.
            secrets = [.. secrets.Concat(Spellings(secret)).Where(one => one.Length >= ShortestSecret).Distinct().OrderByDescending(one => one.Length)];
        }
    }

    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var secret in Volatile.Read(ref secrets))
            text = text.Replace(secret, Replacement, StringComparison.Ordinal);
        return text;
    }

    private static IEnumerable<string> Spellings(string secret) =>
        secret.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Append(secret)
            .SelectMany(one => new[] { one, Uri.EscapeDataString(one), JsonEncodedText.Encode(one).Value });
}
