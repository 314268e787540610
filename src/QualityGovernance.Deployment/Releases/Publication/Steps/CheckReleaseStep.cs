using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication.Steps;

/// <summary>Everything that can be refused is refused here, before anything gets a name.</summary>
internal sealed class CheckReleaseStep(ContainerEngine engine, PublicationOptions options, ReleaseStore store, PublicationFindings findings) : IStep
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
                nextCommand: $"./build.sh Publish --tag {options.Tag} --allow-stand-in-base");
        }

        var version = rehearsed.Image.Labels.GetValueOrDefault(Labels.Version, "");
        if (version != options.Tag.Version)
        {
            throw new StepFailedException(
                $"The image says that it is version {version}: as {options.Tag} it would answer for another release. Set <Version> in Directory.Build.props to {options.Tag.Version}, commit, and rehearse that commit.");
        }

        if (store.Find(options.Tag) is { } existing)
        {
            if (existing.ImageId != rehearsed.Image.Id)
                throw new StepFailedException($"{options.Tag} is published already, as {existing.ImageId} of {existing.Commit}; this is {rehearsed.Image.Id}. A release never changes: take the next version.");
            if (existing.Reference is null != options.Registry is null)
                throw new StepFailedException($"{options.Tag} is published already, {(existing.Reference is { } reference ? $"in a registry, as {reference}" : "as an archive")}. Publish it the same way again, or take the next version.");
            findings.IsPublished = true;
            findings.Reference = existing.Reference;
        }

        findings.Rehearsed = rehearsed;
        context.Say($"{options.Tag} is {rehearsed.Image.Id}, rehearsed in {rehearsed.Run}, of {source.Commit}{(findings.IsPublished ? "; it is published already" : "")}");
    }

    private async Task RefuseOtherCommitAsync(string commit, CancellationToken cancellation)
    {
        var tagged = await engine.Runner.TryAsync(Command.Of("git", "-C", options.Root, "rev-parse", "--verify", "--quiet", $"refs/tags/{options.Tag}^{{commit}}"), cancellation);
        if (tagged is not null && tagged.Output.Trim() != commit)
            throw new StepFailedException($"The repository's tag {options.Tag} is commit {tagged.Output.Trim()}, and the checkout is at {commit}.", nextCommand: $"git checkout {options.Tag}");
    }
}
