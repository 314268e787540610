using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication.Steps;

/// <summary>Names the image on this engine, and writes the release down. Only now it is one.</summary>
internal sealed class RecordReleaseStep(ContainerEngine engine, PublicationOptions options, ReleaseStore store, PublicationFindings findings, TimeProvider time) : IStep
{
    public string Name => "RecordRelease";

    public TimeSpan Deadline => TimeSpan.FromMinutes(5);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var rehearsed = findings.RequireRehearsed();
        context.Observe("folder", store.FolderOf(options.Tag));
        if (!findings.IsThere(options))
            Keep(rehearsed, context);
        await engine.TagAsync(rehearsed.Image.Id, options.LocalName, cancellation);
        await engine.TagAsync(rehearsed.Image.Id, $"{PublicationOptions.Product}:{findings.Commit}", cancellation);
    }

    private void Keep(RehearsedImage rehearsed, StepContext context)
    {
        if (options.Registry is not null)
            store.Begin(options.Tag);
        var checksums = store.WriteChecksums(options.Tag, options.Root);
        context.Observe("checksums-sha256", checksums);
        KeepBill(rehearsed, context);
        store.Keep(options.Tag, new ReleaseManifest
        {
            Tag = options.Tag.Name,
            Version = options.Tag.Version,
            Commit = findings.Commit,
            BuildId = rehearsed.Image.Labels.GetValueOrDefault(Labels.BuildId, ""),
            ImageId = rehearsed.Image.Id,
            BaseKind = rehearsed.BaseKind,
            RehearsalRun = rehearsed.Run.Value,
            SchemaHead = findings.SchemaHead,
            Created = findings.Existing?.Created ?? time.GetUtcNow(),
            Reference = findings.Reference,
            Archive = options.Registry is null ? PublicationOptions.ArchiveName : findings.Existing?.Archive,
            ArchiveSha256 = findings.ArchiveSha256,
            ChecksumsSha256 = checksums,
        });
        context.Say($"{options.Tag} is published: {(options.Registry is null ? Path.Combine(store.FolderOf(options.Tag), PublicationOptions.ArchiveName) : findings.Reference)}");
    }

    /// <summary>What the image is made of stands beside it, where somebody found it out.</summary>
    private void KeepBill(RehearsedImage rehearsed, StepContext context)
    {
        var documents = store.TakeBill(options.Tag, options.RunsFolder, RunVerifier.Read(Run.At(options.RunsFolder, rehearsed.Run)));
        context.Observe("bill-of-materials", documents.Count > 0 ? string.Join(", ", documents) : "none was made of this image");
        if (documents.Count == 0)
            context.Warn("No bill of materials was made of this image. ./build.sh SoftwareBillOfMaterials before Publish makes one.");
    }
}
