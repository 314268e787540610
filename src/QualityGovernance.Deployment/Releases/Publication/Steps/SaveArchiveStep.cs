using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication.Steps;

/// <summary>Where no registry is named, the release is an archive of the image.</summary>
internal sealed class SaveArchiveStep(ContainerEngine engine, PublicationOptions options, ReleaseStore store, PublicationFindings findings) : IStep
{
    public string Name => "SaveArchive";

    public TimeSpan Deadline => TimeSpan.FromMinutes(30);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (findings.IsThere(options))
            return;
        var archive = Path.Combine(store.Begin(options.Tag), PublicationOptions.ArchiveName);

        // By id: a name could have come to mean another image since it was checked.
        await engine.CheckedAsync(["save", "--output", archive, findings.RequireRehearsed().Image.Id], timeout: Deadline, cancellation: cancellation);
        findings.ArchiveSha256 = RunVerifier.Sha256Of(archive);
        context.Observe("archive-sha256", findings.ArchiveSha256);
        context.Observe("archive-size", $"{new FileInfo(archive).Length / 1_000_000} MB");
    }
}
