using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Releases.Vouching;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication.Steps;

/// <summary>Everything that can be refused is refused here, before anything gets a name.</summary>
internal sealed class CheckReleaseStep(ContainerEngine engine, PublicationOptions options, ReleaseStore store, PublicationFindings findings, IEnvelopeSigner? signer) : IStep
{
    public string Name => "CheckRelease";

    public TimeSpan Deadline => TimeSpan.FromMinutes(5);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var source = await SourceState.ReadAsync(engine.Runner, options.Root, cancellation);
        if (source.Dirty != false)
            throw new StepFailedException($"The checkout {(source.Dirty == true ? "has uncommitted changes" : "is no git repository")}: what is released has to be a commit.", nextCommand: "git status");
        findings.Commit = source.Commit;
        await RefuseOtherCommitAsync(source.Commit, cancellation);

        var rehearsed = await RehearsedImage.FindAsync(engine, options.RunsFolder, source.Commit, cancellation);
        context.Input("rehearsal", rehearsed.Run);
        context.Input("image-id", rehearsed.Image.Id);
        context.Input("base-kind", rehearsed.BaseKind);
        if (rehearsed.IsOnStandIn && !options.AllowStandInBase)
        {
            throw new StepFailedException(
                $"The image stands on {rehearsed.BaseKind} base images, which this machine made from its own packages. Rehearse where the registry of the official ones answers, or say that it is meant.",
                nextCommand: $"{options.Again} --allow-stand-in-base");
        }

        var version = rehearsed.Image.Labels.GetValueOrDefault(Labels.Version, "");
        if (version != options.Tag.Version)
        {
            throw new StepFailedException(
                $"The image says that it is version {version}: as {options.Tag} it would answer for another release. Set <Version> in Directory.Build.props to {options.Tag.Version}, commit, and rehearse that commit.", nextCommand: "./build.sh Rehearsal");
        }

        findings.SchemaHead = await ImageSchema.HeadAsync(engine, rehearsed.Image.Id, options.Tag.Name, cancellation);
        context.Observe("schema-head", findings.SchemaHead);
        await RefuseOtherNamesAsync(rehearsed.Image.Id, source.Commit, cancellation);
        if (store.Find(options.Tag) is { } existing)
            Compare(existing, rehearsed);
        if (options.RequireSignature)
            RequireSigner();
        findings.Rehearsed = rehearsed;
        var published = findings.IsThere(options) ? "; it is published already" : findings.Existing is null ? "" : "; it is published elsewhere already";
        context.Say($"{options.Tag} is {rehearsed.Image.Id}, rehearsed in {rehearsed.Run}, of {source.Commit}{published}");
    }

    /// <summary>A release is what it was: only another place may be added to it.</summary>
    private void Compare(ReleaseManifest existing, RehearsedImage rehearsed)
    {
        if (existing.ImageId != rehearsed.Image.Id)
            throw new StepFailedException($"{options.Tag} is published already, as {existing.ImageId} of {existing.Commit}; this is {rehearsed.Image.Id}. A release never changes: take the next version.");
        store.Check(options.Tag, archiveMayBeGone: false);
        foreach (var (what, stated, found) in new[]
        {
            ("version", existing.Version, options.Tag.Version), ("commit", existing.Commit, findings.Commit), ("build id", existing.BuildId, rehearsed.Image.Labels.GetValueOrDefault(Labels.BuildId, "")),
            ("kind of base images", existing.BaseKind, rehearsed.BaseKind), ("rehearsal", existing.RehearsalRun, rehearsed.Run.Value), ("last migration", existing.SchemaHead ?? findings.SchemaHead, findings.SchemaHead),
        })
        {
            if (stated != found)
                throw new StepFailedException($"{ReleaseStore.ManifestName} of {options.Tag} says that its {what} is \"{stated}\", and it is \"{found}\": the record was changed after it was written. Bring {store.FolderOf(options.Tag)} back from a copy, or take the next version.");
        }

        if (options.Registry is not null && existing.Reference is { } reference && !reference.StartsWith(options.Repository + "@", StringComparison.Ordinal))
            throw new StepFailedException($"{options.Tag} is published already in another registry, as {reference}. A release has one registry: publish it there again, or take the next version.");
        findings.Existing = existing;
        findings.Reference = existing.Reference;
        findings.ArchiveSha256 = existing.ArchiveSha256;
    }

    /// <summary>A signature by a key that nobody trusts is none to whoever deploys.</summary>
    private void RequireSigner()
    {
        var trusted = TrustedKeys.Read(Path.Combine(options.Root, TrustedKeys.Folder));
        if (findings.Existing is { } existing && ReleaseSeal.Read(store.FolderOf(options.Tag), existing, trusted).Holds)
            return;
        if (signer is null)
            throw new StepFailedException($"{options.Tag} is to be signed, and there is no key: neither {SigningKeySource.Variable} nor {SigningKeySource.Variable}_FILE is set, and there is no {SigningKeySource.KeyFile}.", nextCommand: "./build.sh CreateSigningKey --by release-engineering");
        if (trusted.Find(signer.KeyId) is null)
            throw new StepFailedException($"{options.Tag} is to be signed by somebody whom this checkout trusts, and the key {signer.KeyId} is not among the trusted ones ({trusted.All.Count} of them). Commit its public half to {TrustedKeys.Folder}.", nextCommand: "git status");
    }

    /// <summary>Names of this engine that mean something else are somebody's, and are not moved.</summary>
    private async Task RefuseOtherNamesAsync(string id, string commit, CancellationToken cancellation)
    {
        foreach (var name in new[] { options.LocalName, $"{PublicationOptions.Product}:{commit}" })
        {
            if (await engine.ImageAsync(name, cancellation) is { } other && other.Id != id)
                throw new StepFailedException($"This engine calls another image {name}: {other.Id}; this is {id}. A release never changes: take the next version, or take the name away where it was never published.", nextCommand: $"docker image rm {name}");
        }
    }

    private async Task RefuseOtherCommitAsync(string commit, CancellationToken cancellation)
    {
        var tagged = await engine.Runner.TryAsync(Command.Of("git", "-C", options.Root, "rev-parse", "--verify", "--quiet", $"refs/tags/{options.Tag}^{{commit}}"), cancellation);
        if (tagged is not null && tagged.Output.Trim() != commit)
            throw new StepFailedException($"The repository's tag {options.Tag} is commit {tagged.Output.Trim()}, and the checkout is at {commit}.", nextCommand: $"git checkout {options.Tag}");
    }
}
