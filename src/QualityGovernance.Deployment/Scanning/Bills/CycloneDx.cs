using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Scanning.Bills;

/// <summary>The parts of a CycloneDX document that are written and read here.</summary>
internal static class CycloneDx
{
    public const string SpecVersion = "1.6";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonObject document) => document.ToJsonString(Written) + "\n";

    /// <summary>Package URLs of what is shipped; what only the development needs has the scope excluded.</summary>
    public static IReadOnlyList<string> PackagesIn(JsonObject document) =>
    [
        .. (document["components"] as JsonArray ?? [])
            .Where(component => $"{component?["scope"]}" != "excluded")
            .Select(component => $"{component?["purl"]}")
            .Where(purl => purl.Length > 0),
    ];

    public static string NuGet(string name, string version) => $"pkg:nuget/{Uri.EscapeDataString(name)}@{Uri.EscapeDataString(version)}";
}
