namespace QualityGovernance.Web.Tests.Contract;

/// <summary>The rows of docs/api.md that say what differs from the old document, and why.</summary>
internal static class DifferenceTable
{
    private const string Begin = "<!-- differences: checked against the old document -->";
    private const string End = "<!-- /differences -->";

    public static IReadOnlyDictionary<Difference, string> Read(string page)
    {
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin) throw new InvalidOperationException($"docs/api.md holds no table between {Begin} and {End}.");
        return page[(begin + Begin.Length)..end].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .ToDictionary(cells => new Difference(cells[0].Trim('`'), cells[1], cells[2]), cells => cells.ElementAtOrDefault(3) ?? "");
    }
}
