namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>Hashes that were kept elsewhere, out of reach of who could rewrite the database.</summary>
/// <param name="Head">Of the chain at an earlier time: must be the hash of a seal in the file.</param>
/// <param name="After">Of the seal before the first in the file; needed when that is not the first of the chain.</param>
public sealed record TrailAnchors(string? Head = null, string? After = null)
{
    /// <summary>In 64 small hexadecimal digits.</summary>
    public static bool IsHash(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 64 && text.All(character => char.IsAsciiHexDigitLower(character) || char.IsAsciiDigit(character));
    }
}
