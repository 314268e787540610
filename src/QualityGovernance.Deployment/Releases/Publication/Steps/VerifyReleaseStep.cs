using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication.Steps;

/// <summary>What can be fetched is what was rehearsed: pulled back by its digest, or read back out of the archive byte by byte.</summary>
internal sealed class VerifyReleaseStep(ContainerEngine engine, PublicationOptions options, ReleaseStore store, PublicationFindings findings) : IStep
{
    public string Name => "VerifyRelease";

    public TimeSpan Deadline => TimeSpan.FromMinutes(30);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var wanted = findings.RequireRehearsed().Image.Id;
        var found = options.Registry is null ? await InArchiveAsync(cancellation) : await InRegistryAsync(cancellation);
        context.Observe("verified-image", found);
        if (found != wanted)
            throw new StepFailedException($"What was published is {found}, and what was rehearsed is {wanted}.");
    }

    private async Task<string> InRegistryAsync(CancellationToken cancellation)
    {
        var reference = findings.Reference ?? throw new InvalidOperationException("The image has not been pushed yet.");
        await engine.CheckedAsync(["pull", "--quiet", reference], timeout: Deadline, cancellation: cancellation);
        return (await engine.ImageAsync(reference, cancellation))?.Id ?? "nothing";
    }

    private async Task<string> InArchiveAsync(CancellationToken cancellation)
    {
        var folder = findings.IsThere(options) ? store.FolderOf(options.Tag) : store.FolderOf(options.Tag) + ".partial";
        var path = Path.Combine(folder, PublicationOptions.ArchiveName);
        if (findings.ArchiveSha256 is { } sum && RunVerifier.Sha256Of(path) != sum)
            throw new StepFailedException($"{path} is damaged: it does not have the SHA-256 that {ReleaseStore.ManifestName} states.");
        return await ImageArchive.VerifyAsync(path, cancellation);
    }
}
