using System;
using System.Net.Http;
using Nuke.Common;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Scanning;
using QualityGovernance.Deployment.Scanning.Bills;

/// <summary>What that is made of which is shipped, and what is known to be wrong with it.</summary>
interface IScan : IHasProcedures
{
    [Parameter("Scan and SoftwareBillOfMaterials: the image. Default is the one that was rehearsed last", Name = "Image")]
    string ScannedImage => TryGetValue(() => ScannedImage) ?? "quality-governance:rehearsed";

    [Parameter("Scan: one scan alone: dependencies, secrets, container or cve")]
    ScanKind? Only => TryGetValue<ScanKind?>(() => Only);

    [Parameter("Scan: the lowest severity that fails: low, moderate, high or critical. Default is moderate")]
    Severity ScanThreshold => TryGetValue<Severity?>(() => ScanThreshold) ?? Severity.Moderate;

    Target Scan => _ => _
        .Description("Scans packages, tracked files, image layers, container rules and known vulnerabilities, each with tool, version and age of data, and names the open waivers. Exit code 3 where something is not known")
        .Executes(() => ProcedureAsync("Scan", nextCommand: null, async session =>
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
            var options = new ScanOptions(RootDirectory, RunsDirectory, ScannedImage) { Only = Only, Threshold = ScanThreshold };
            return await new Scan(options, new Machine(), client, TimeProvider.System).RunAsync(session, Cancellation);
        }));

    Target SoftwareBillOfMaterials => _ => _
        .Description("Lists what the application and its image are made of, as two CycloneDX documents, and holds the one against the other. Evidence, Publish and CompareRuns take them up")
        .Executes(() => ProcedureAsync(BillOfMaterials.Procedure, nextCommand: null, session =>
            new BillOfMaterials(new BillOptions(RootDirectory, ScannedImage), new Machine()).RunAsync(session, Cancellation)));
}
