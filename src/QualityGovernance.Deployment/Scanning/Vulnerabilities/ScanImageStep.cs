using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Scanning.Vulnerabilities;

/// <summary>No package in the image with a known vulnerability, asked of the first scanner of this machine. Without a scanner or its database it cannot tell, and says so.</summary>
internal sealed class ScanImageStep(ICommandRunner runner, IMachine machine, SavedImage image, ScanConclusion conclusion, TimeProvider time) : IStep
{
    public string Name => "ScanImage";

    public TimeSpan Deadline => TimeSpan.FromMinutes(15);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        context.Input("image", (await image.FactsAsync(cancellation)).Id);
        if (Scanner() is not { } scanner)
        {
            ScanConclusion.Tell(context, "none", "none", "none");
            context.CannotTell("Whether the image has known vulnerabilities is not known: there is neither trivy nor grype on PATH. Install one of them with its database (trivy image --download-db-only, or grype db update), and scan again.");
            return;
        }

        var state = await scanner.StateAsync(cancellation);
        ScanConclusion.Tell(context, scanner.Name, state.Version, state.Updated is { } updated ? DataAge.Of(updated, time) : "unknown: no database");
        if (state.Updated is not { } made)
        {
            context.CannotTell($"Whether the image has known vulnerabilities is not known: {scanner.Name} {state.Version} has no database. Get it with {scanner.HowToGetData}, and scan again.");
            return;
        }

        conclusion.Conclude(context, await scanner.ScanAsync(await image.ArchiveAsync(cancellation), cancellation));
        if (DataAge.IsTooOld(made, time))
            context.CannotTell($"The database of {scanner.Name} is {DataAge.Of(made, time)} old: what became known since is not known here. Get a new one with {scanner.HowToGetData}.");
    }

    private IImageScanner? Scanner() =>
        machine.FindAll("trivy") is [var trivy, ..] ? new Trivy(runner, trivy)
        : machine.FindAll("grype") is [var grype, ..] ? new Grype(runner, grype)
        : null;
}
