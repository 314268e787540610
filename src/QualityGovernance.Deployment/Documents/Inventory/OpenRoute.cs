using System.Text.Json;

namespace QualityGovernance.Deployment.Documents.Inventory;

/// <summary>An address that answers without an account: what a probe or a deployment asks.</summary>
/// <param name="Path">Below the service's address.</param>
/// <param name="Summary">What it says, in the service's words.</param>
/// <param name="Statuses">The status codes that it answers with.</param>
internal sealed record OpenRoute(string Path, string Summary, IReadOnlyList<string> Statuses)
{
    private static readonly string[] Tags = ["Health", "Meta"];

    /// <param name="document">The description of its interface that the running service serves.</param>
    /// <exception cref="DeploymentException">There is none for its health.</exception>
    public static IReadOnlyList<OpenRoute> ReadAll(string document)
    {
        using var json = JsonDocument.Parse(document);
        var routes = json.RootElement.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("get", out var get) && !get.TryGetProperty("security", out _) && Tags.Contains(TagOf(get)))
            .Select(path => new OpenRoute(path.Name, SummaryOf(path.Value.GetProperty("get")), [.. path.Value.GetProperty("get").GetProperty("responses").EnumerateObject().Select(one => one.Name).Where(name => name != "default")]))
            .OrderBy(route => route.Path, StringComparer.Ordinal)
            .ToList();
        return routes.Count > 0 ? routes : throw new DeploymentException("The running service describes no address that tells of its health.");
    }

    private static string TagOf(JsonElement operation) => operation.TryGetProperty("tags", out var tags) && tags.GetArrayLength() > 0 ? tags[0].GetString()! : "";

    private static string SummaryOf(JsonElement operation) => operation.TryGetProperty("summary", out var summary) ? summary.GetString()! : "";
}
