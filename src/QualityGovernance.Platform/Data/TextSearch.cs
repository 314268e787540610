namespace QualityGovernance.Platform.Data;

/// <summary>Patterns for LIKE out of what a caller typed.</summary>
public static class TextSearch
{
    /// <summary>The escape character that goes with <see cref="Part"/>.</summary>
    public const string Escape = @"\";

    /// <summary>Longer texts are not searched for.</summary>
    public const int Longest = 200;

    /// <summary>Matches wherever the text stands, taken literally and in lower case: compare it with a value in lower case.</summary>
    public static string Part(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"%{text.Trim().ToLowerInvariant().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
    }
}
