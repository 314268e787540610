using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Scanning.Vulnerabilities;

/// <summary>Reads what scanners say.</summary>
internal static class ScannerJson
{
    /// <exception cref="DeploymentException">It is no JSON object.</exception>
    public static JsonObject Parse(string scanner, string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new DeploymentException($"The answer of {scanner} is no JSON object.");
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"The answer of {scanner} cannot be read: {e.Message}", inner: e);
        }
    }

    public static DateTimeOffset? Time(JsonNode? node) =>
        DateTimeOffset.TryParse($"{node}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year > 2000 ? time : null;
}
