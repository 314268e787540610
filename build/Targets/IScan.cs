using System;
using System.Net.Http;
using Nuke.Common;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Scanning;

/// <summary>What is known to be wrong with what is shipped.</summary>
interface IScan : IHasProcedures
{
    [Parameter("Scan: the image. Default is the one that was rehearsed last", Name = "Image")]
    string ScannedImage => TryGetValue(() => ScannedImage) ?? "quality-governance:rehearsed";

    [Parameter("Scan: one scan alone: dependencies, secrets, container or cve")]
    ScanKind? Only => TryGetValue<ScanKind?>(() => Only);

    [Parameter("Scan: the lowest severity that fails: low, moderate, high or critical. Default is moderate")]
    Severity ScanThreshold => TryGetValue<Severity?>(() => ScanThreshold) ?? Severity.Moderate;

    Target Scan => _ => _
        .Description("Scans packages, tracked files, image layers, container rules and known vulnerabilities, each with tool, version and age of data. Exit code 3 where something is not known")
        .Executes(() => ProcedureAsync("Scan", nextCommand: null, async session =>
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
            var options = new ScanOptions(RootDirectory, RunsDirectory, ScannedImage) { Only = Only, Threshold = ScanThreshold };
            return await new Scan(options, new Machine(), client, TimeProvider.System).RunAsync(session, Cancellation);
        }));
}
