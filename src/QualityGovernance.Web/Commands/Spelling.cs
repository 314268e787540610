namespace QualityGovernance.Web.Commands;

/// <summary>How far two words are apart.</summary>
internal static class Spelling
{
    public static bool IsNear(string given, string name) => Distance(given, name) <= Math.Max(2, name.Length / 3);

    /// <summary>In single-letter edits (Levenshtein), whatever the case and the leading dashes.</summary>
    public static int Distance(string given, string name)
    {
        var (a, b) = (Bare(given), Bare(name));
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    private static string Bare(string text) => text.TrimStart('-').ToUpperInvariant();
}
