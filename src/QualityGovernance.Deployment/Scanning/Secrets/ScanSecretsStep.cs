using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Scanning.Secrets;

/// <summary>No secret in a tracked file, nor in a layer, the environment, a label or the history of the image.</summary>
internal sealed class ScanSecretsStep(ICommandRunner runner, ScanOptions options, SavedImage image, ScanConclusion conclusion) : IStep
{
    public string Name => "ScanSecrets";

    public TimeSpan Deadline => TimeSpan.FromMinutes(10);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        ScanConclusion.Tell(context, "the secret rules of this build", SecretRules.Version, "none needed: the rules are its data");
        await SentinelCheck.AssertAsync(cancellation);
        context.Observe("sentinel", "found where it was planted: in a file, a layer and an environment");
        var tree = await TrackedFiles.ScanAsync(runner, options.Root, cancellation);
        context.Observe("files-of-the-tree", tree.Files);
        context.Input("image", (await image.FactsAsync(cancellation)).Id);
        var (found, read) = await ImageSecrets.ScanAsync(await image.ArchiveAsync(cancellation), cancellation);
        context.Observe("layers", read.Layers);
        context.Observe("files-of-the-image", read.Files);
        conclusion.Conclude(context, [.. tree.Findings, .. found]);
        if (tree.Unread + read.Unread > 0)
            context.CannotTell($"{tree.Unread + read.Unread} files are larger than {SecretScanner.LargestFile / 1_000_000} MB and were not read.");
    }
}
