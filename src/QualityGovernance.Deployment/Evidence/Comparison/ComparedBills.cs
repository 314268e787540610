using System.Text.Json;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Comparison;

/// <summary>Two bills of materials side by side: what was added, what was taken away, and what has another version.</summary>
internal static class ComparedBills
{
    private const string Absent = "not there";

    public static ComparedPart Of(PackSection a, PackSection b)
    {
        var outcome = ComparedRow.Of("Outcome", a.Outcome.Word(), b.Outcome.Word(), RunComparison.Rank(b.Receipt) < RunComparison.Rank(a.Receipt));
        if (a.Receipt is null && b.Receipt is null)
            return new ComparedPart(a.Title, [outcome], a.Reason);
        return new ComparedPart(a.Title, Versions(a) is { } x && Versions(b) is { } y
            ? [outcome, .. Tools(a, b), ComparedRow.Of("Packages", $"{x.Count}", $"{y.Count}"), .. Changes(x, y)]
            : [outcome, .. Tools(a, b), ComparedRow.Of("Packages", Told(a), Told(b), Versions(a) is not null)]);
    }

    private static IEnumerable<ComparedRow> Tools(PackSection a, PackSection b) =>
        new[] { "tool", "tool-version" }.Select(name => ComparedRow.Of(name, Text(a, name), Text(b, name)));

    /// <summary>Only what differs: everything else is in the documents.</summary>
    private static IEnumerable<ComparedRow> Changes(SortedDictionary<string, string> a, SortedDictionary<string, string> b) => a.Keys.Union(b.Keys).Order(StringComparer.Ordinal)
        .Select(name => ComparedRow.Of(name, a.GetValueOrDefault(name, Absent), b.GetValueOrDefault(name, Absent)))
        .Where(row => row.Differs);

    /// <summary>By the package URL without its version. A package that is there in two versions has both.</summary>
    private static SortedDictionary<string, string>? Versions(PackSection section)
    {
        if (section.Receipt?.Observations.GetValueOrDefault(FactNames.Components) is not { } text)
            return null;
        try
        {
            var packages = JsonSerializer.Deserialize<string[]>(text) ?? [];
            return new SortedDictionary<string, string>(
                packages.Select(purl => purl.Split('?')[0].Split('@', 2)).Where(parts => parts.Length == 2).GroupBy(parts => parts[0]["pkg:".Length..])
                    .ToDictionary(group => group.Key, group => string.Join(", ", group.Select(parts => Uri.UnescapeDataString(parts[1])).Order(StringComparer.Ordinal))),
                StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            // The part then says that the packages are not told.
            return null;
        }
    }

    private static string Told(PackSection section) => Versions(section) is { } versions ? $"{versions.Count}" : "not told";

    private static string Text(PackSection section, string name) => section.Receipt?.Observations.GetValueOrDefault(name) ?? RunComparison.NotThere;
}
