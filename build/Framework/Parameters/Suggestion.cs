namespace Nuke.Common;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Suggestion
{
    /// <summary>A sentence to append: <c> Did you mean --retries?</c>; empty when nothing is near.</summary>
    public static string For(string given, IEnumerable<string> candidates) =>
        Nearest(given, candidates) is { } nearest ? $" Did you mean {nearest}?" : string.Empty;

    /// <summary>The candidate with the fewest edits, if they are few for its length; else one that begins with what was given.</summary>
    public static string Nearest(string given, IEnumerable<string> candidates)
    {
        var text = Fold(given);
        var ranked = candidates.Select(x => (Text: x, Distance: Distance(text, Fold(x)))).OrderBy(x => x.Distance).ToList();
        if (ranked.Count == 0)
            return null;
        if (ranked[0].Distance <= Math.Max(1, text.Length / 3))
            return ranked[0].Text;
        return text.Length < 3 ? null : ranked.Find(x => Fold(x.Text).StartsWith(text, StringComparison.Ordinal)).Text;
    }

    private static string Fold(string text) => text.Replace("-", string.Empty).ToUpperInvariant();

    // Edits are insertions, deletions, replacements and swaps of neighbours.
    private static int Distance(string a, string b)
    {
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            distances[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            distances[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var distance = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance = Math.Min(distance, distances[i - 2, j - 2] + 1);
                distances[i, j] = distance;
            }
        return distances[a.Length, b.Length];
    }
}
