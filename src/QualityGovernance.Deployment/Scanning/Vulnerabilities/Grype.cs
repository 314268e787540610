using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Scanning.Vulnerabilities;

/// <summary>Grype, with the database that it has: nothing is fetched during a scan.</summary>
internal sealed class Grype(ICommandRunner runner, string program) : IImageScanner
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly Dictionary<string, string?> Offline = new() { ["GRYPE_DB_AUTO_UPDATE"] = "false", ["GRYPE_CHECK_FOR_APP_UPDATE"] = "false", ["GRYPE_DB_VALIDATE_AGE"] = "false" };

    public string Name => "grype";

    public string HowToGetData => "grype db update";

    public async Task<ScannerState> StateAsync(CancellationToken cancellation)
    {
        var version = ScannerJson.Parse(Name, (await runner.CheckedAsync(Command.Of(program, "version", "-o", "json"), cancellation: cancellation)).Output);
        // Ends with an error where there is no database.
        var status = await runner.TryAsync(Command.Of(program, "db", "status", "-o", "json") with { Environment = Offline }, cancellation);
        return new ScannerState($"{version["version"]}", status is null ? null : ScannerJson.Time(ScannerJson.Parse(Name, status.Output)["built"]));
    }

    public async Task<IReadOnlyList<Finding>> ScanAsync(string archive, CancellationToken cancellation)
    {
        var command = Command.Of(program, $"docker-archive:{archive}", "--quiet", "-o", "json") with { Timeout = Limit, Environment = Offline };
        return Findings((await runner.CheckedAsync(command, cancellation: cancellation)).Output);
    }

    internal static IReadOnlyList<Finding> Findings(string json) =>
    [
        .. from match in ScannerJson.Parse("grype", json)["matches"] as JsonArray ?? []
           let one = match["vulnerability"]
           let artifact = match["artifact"]
           let fix = string.Join(", ", (one?["fix"]?["versions"] as JsonArray ?? []).Select(version => $"{version}"))
           select new Finding($"{one?["id"]}", $"{artifact?["name"]} {artifact?["version"]}", fix.Length > 0 ? $"is vulnerable, fixed in {fix}" : "is vulnerable, without a fix", Severities.Parse($"{one?["severity"]}")),
    ];
}
