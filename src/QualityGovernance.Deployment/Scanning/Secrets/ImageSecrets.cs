using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Scanning.Secrets;

/// <summary>Looks for secrets in an image that was saved: its layers, its environment, its labels and the commands it was built with.</summary>
internal static class ImageSecrets
{
    /// <param name="archive">What <c>docker save</c> wrote.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<(IReadOnlyList<Finding> Findings, SavedImageReader Read)> ScanAsync(string archive, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var reader = new SavedImageReader();
        await reader.ReadAsync(archive, (layer, path, content) => findings.AddRange(SecretScanner.Scan($"layer {layer}: {path}", content)), cancellation);
        var image = JsonNode.Parse(reader.Configuration.Length > 0 ? reader.Configuration : "{}");
        foreach (var variable in image?["config"]?["Env"] as JsonArray ?? [])
            findings.AddRange(SecretScanner.ScanText($"environment: {$"{variable}".Split('=')[0]}", $"{variable}"));
        foreach (var (label, value) in image?["config"]?["Labels"] as JsonObject ?? [])
            findings.AddRange(SecretScanner.ScanText($"label: {label}", $"{label}={value}"));
        var number = 0;
        foreach (var command in image?["history"] as JsonArray ?? [])
            findings.AddRange(SecretScanner.ScanText($"history: command {++number}", $"{command?["created_by"]}"));
        return (findings, reader);
    }
}
