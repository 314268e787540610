using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Scanning;

/// <summary>What the scans may find, each with its reason: <see cref="FileName"/>, a list of allowances for each scan.</summary>
internal sealed class AllowList
{
    public const string FileName = ".nuke/scan-allow.json";

    private readonly Dictionary<ScanKind, IReadOnlyList<Allowance>> entries;

    private AllowList(Dictionary<ScanKind, IReadOnlyList<Allowance>> entries) => this.entries = entries;

    public IReadOnlyList<Allowance> Of(ScanKind kind) => entries.GetValueOrDefault(kind, []);

    /// <summary>A checkout without the file allows nothing.</summary>
    /// <exception cref="DeploymentException">It cannot be read, or an entry gives no reason.</exception>
    public static AllowList Read(string root)
    {
        var path = Path.Combine(root, FileName);
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : new AllowList([]);
    }

    public static AllowList Parse(string json)
    {
        try
        {
            var file = JsonNode.Parse(json)!.AsObject();
            return new AllowList(file.Where(one => !one.Key.StartsWith('$')).ToDictionary(one => Kind(one.Key), one => (IReadOnlyList<Allowance>)[.. one.Value!.AsArray().Select(entry => Entry(one.Key, entry!))]));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new DeploymentException($"{FileName} cannot be read: {e.Message}", inner: e);
        }
    }

    private static ScanKind Kind(string name) => Enum.TryParse<ScanKind>(name, ignoreCase: true, out var kind) && !int.TryParse(name, out _)
        ? kind
        : throw new DeploymentException($"{FileName} names the scan \"{name}\". There are {string.Join(", ", Enum.GetNames<ScanKind>().Select(one => one.ToLowerInvariant()))}.");

    private static Allowance Entry(string kind, JsonNode entry)
    {
        var (rule, where, reason) = (Text(entry, "rule"), Text(entry, "where"), Text(entry, "reason"));
        if (rule.Length == 0 || where.Length == 0 || reason.Length == 0)
            throw new DeploymentException($"{FileName} has an entry under {kind} that does not give rule, where and reason: \"{rule}\" at \"{where}\".");
        var expires = Text(entry, "expires");
        return new Allowance(rule, where, reason, expires.Length == 0 ? null : DateOnly.ParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static string Text(JsonNode entry, string name) => entry[name]?.ToString().Trim() ?? "";
}
