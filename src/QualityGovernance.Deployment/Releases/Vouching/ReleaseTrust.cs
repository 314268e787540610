using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Approvals;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Vouching;

/// <summary>Holds published releases against the keys that the checkout trusts and, for production, against its policy of approvals.</summary>
/// <param name="root">The checkout, with the trusted keys and the policy.</param>
/// <param name="store">The releases.</param>
/// <param name="evidenceFolder">Where acceptance packs are kept.</param>
/// <param name="runner">Runs git.</param>
internal sealed class ReleaseTrust(string root, ReleaseStore store, string evidenceFolder, ICommandRunner runner) : IReleaseTrust
{
    private const string Item = "Signature of the release";

    public async Task<string?> RequireAsync(string tag, EnvironmentDescription environment, StepContext context, CancellationToken cancellation)
    {
        var release = ReleaseTag.Parse(tag);
        var manifest = store.Require(release);
        var signature = Read(release, manifest);
        context.Observe("signature", signature);
        if (signature.Wrong.Count > 0)
            throw new DeploymentException($"{release} is not what was signed when it was published, and nothing was changed: {signature} Copy {store.FolderOf(release)} again from where it was published.", "./build.sh ListReleases");
        if (signature.Holds)
            context.Say($"Release: {release} is {signature}");
        else if (environment.IsProduction)
            throw new DeploymentException($"Production takes only what a trusted key has signed, and nothing was changed: {signature}", Next(release, signature));
        else
            context.Unclear(Item, $"{signature} {environment.Name} takes it all the same; production would not.");
        if (environment.IsProduction)
            await RequireApprovalsAsync(manifest, signature, context, cancellation);
        return manifest.ImageId;
    }

    public void Report(ReleaseImage release, StepContext context)
    {
        var words = Describe(release);
        context.Observe("signature", words.Text);
        if (!words.Holds)
            context.Warn($"{words.Text} The way back does not wait for that.");
    }

    private (bool Holds, string Text) Describe(ReleaseImage release)
    {
        try
        {
            var tag = ReleaseTag.Parse(release.Tag);
            var manifest = store.Require(tag);
            if (manifest.ImageId != release.ImageId)
                return (false, $"{release.Tag} served here as {release.ImageId}, and its record names {manifest.ImageId} now: the record was changed.");
            var signature = Read(tag, manifest);
            return (signature.Holds, signature.ToString());
        }
        catch (DeploymentException e)
        {
            return (false, $"Whether {release.Tag} is signed cannot be told: {e.Message}");
        }
    }

    private async Task RequireApprovalsAsync(ReleaseManifest manifest, ReleaseSignature signature, StepContext context, CancellationToken cancellation)
    {
        var approvals = await new ProductionApprovals(root, evidenceFolder, runner).RequireAsync(manifest.RehearsalRun, manifest.ImageId, manifest.Commit, [.. signature.SignedBy.Select(key => key.Name)], cancellation);
        var words = string.Join(", ", approvals.Select(approval => $"{approval.Role} by {approval.By}"));
        context.Observe("approvals", words);
        context.Say($"Approved: {words}");
    }

    private ReleaseSignature Read(ReleaseTag release, ReleaseManifest manifest) =>
        ReleaseSeal.Read(store.FolderOf(release), manifest, TrustedKeys.Read(Path.Combine(root, TrustedKeys.Folder)));

    /// <summary>A stranger's signature is not replaced by publishing again: whose it is has to be found out.</summary>
    private string Next(ReleaseTag release, ReleaseSignature signature) => File.Exists(Path.Combine(store.FolderOf(release), ReleaseSeal.FileName))
        ? $"git log -- {TrustedKeys.Folder}"
        : $"./build.sh Publish --tag {release} --require-signature";
}
