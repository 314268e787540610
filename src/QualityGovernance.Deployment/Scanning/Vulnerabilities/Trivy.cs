using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Scanning.Vulnerabilities;

/// <summary>Trivy, with the database that it has: nothing is fetched during a scan.</summary>
internal sealed class Trivy(ICommandRunner runner, string program) : IImageScanner
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public string Name => "trivy";

    public string HowToGetData => "trivy image --download-db-only";

    public async Task<ScannerState> StateAsync(CancellationToken cancellation)
    {
        var answer = ScannerJson.Parse(Name, (await runner.CheckedAsync(Command.Of(program, "--version", "--format", "json"), cancellation: cancellation)).Output);
        return new ScannerState($"{answer["Version"]}", ScannerJson.Time(answer["VulnerabilityDB"]?["UpdatedAt"]));
    }

    public async Task<IReadOnlyList<Finding>> ScanAsync(string archive, CancellationToken cancellation)
    {
        var command = Command.Of(program, "image", "--input", archive, "--scanners", "vuln", "--skip-db-update", "--skip-java-db-update", "--offline-scan", "--quiet", "--format", "json") with { Timeout = Limit };
        return Findings((await runner.CheckedAsync(command, cancellation: cancellation)).Output);
    }

    internal static IReadOnlyList<Finding> Findings(string json) =>
    [
        .. from result in ScannerJson.Parse("trivy", json)["Results"] as JsonArray ?? []
           from one in result?["Vulnerabilities"] as JsonArray ?? []
           let fix = $"{one?["FixedVersion"]}"
           select new Finding($"{one?["VulnerabilityID"]}", $"{one?["PkgName"]} {one?["InstalledVersion"]}", fix.Length > 0 ? $"is vulnerable, fixed in {fix}" : "is vulnerable, without a fix", Severities.Parse($"{one?["Severity"]}")),
    ];
}
