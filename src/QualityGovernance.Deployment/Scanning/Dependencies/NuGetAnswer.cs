using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Scanning.Dependencies;

/// <summary>What <c>dotnet list package --format json</c> said. That it names no package means nothing by itself: it says the same where it had no data.</summary>
/// <param name="Sources">Where it looked.</param>
/// <param name="Findings">Packages with an advisory, or deprecated ones.</param>
/// <param name="Problems">What it could not do.</param>
/// <param name="Projects">How many it looked at.</param>
internal sealed record NuGetAnswer(IReadOnlyList<string> Sources, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Problems, int Projects)
{
    /// <exception cref="DeploymentException">It is no such answer.</exception>
    public static NuGetAnswer Parse(string output)
    {
        try
        {
            // Lines of a restore may come first.
            var answer = JsonNode.Parse(output[Math.Max(0, output.IndexOf('{', StringComparison.Ordinal))..])!;
            var projects = (answer["projects"] as JsonArray ?? []).Select(project => project!).ToList();
            return new NuGetAnswer(
                [.. (answer["sources"] as JsonArray ?? []).Select(source => $"{source}")],
                [.. projects.SelectMany(Packages).SelectMany(Found).Distinct()],
                [.. (answer["problems"] as JsonArray ?? []).Select(problem => $"{problem?["text"]}")],
                projects.Count);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new DeploymentException($"The answer of dotnet list package cannot be read: {e.Message}", inner: e);
        }
    }

    private static IEnumerable<JsonNode> Packages(JsonNode project) =>
        from framework in project["frameworks"] as JsonArray ?? []
        from list in new[] { "topLevelPackages", "transitivePackages" }
        from package in framework[list] as JsonArray ?? []
        select package;

    private static IEnumerable<Finding> Found(JsonNode package)
    {
        var where = $"{package["id"]} {package["resolvedVersion"]}";
        foreach (var advisory in package["vulnerabilities"] as JsonArray ?? [])
            yield return new Finding($"{advisory?["advisoryurl"]}".Split('/')[^1], where, "has a known vulnerability", Severities.Parse($"{advisory?["severity"]}"));
        if (package["deprecationReasons"] is JsonArray reasons)
            yield return new Finding("deprecated", where, $"is deprecated: {string.Join(", ", reasons.Select(reason => $"{reason}"))}", Severity.Low);
    }
}
