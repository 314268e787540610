using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Approvals;

/// <summary>Whether production may get what a rehearsal has seen.</summary>
/// <param name="root">The checkout, with the policy and the trusted keys.</param>
/// <param name="evidenceFolder">Where packs are kept.</param>
/// <param name="runner">Runs git.</param>
public sealed class ProductionApprovals(string root, string evidenceFolder, ICommandRunner runner)
{
    /// <param name="run">The rehearsal of the release.</param>
    /// <param name="imageId">Of the release.</param>
    /// <param name="commit">Of the release: whoever wrote it does not approve it.</param>
    /// <param name="makers">Whose keys have signed the release, by name: nor do they.</param>
    /// <param name="cancellation">Stops git.</param>
    /// <returns>Who has approved in which role.</returns>
    /// <exception cref="DeploymentException">An approval is missing or void, the pack is not whole, or it is about another image.</exception>
    public async Task<IReadOnlyList<Approval>> RequireAsync(string run, string imageId, string commit, IReadOnlyList<string> makers, CancellationToken cancellation = default)
    {
        var next = $"./build.sh Evidence --run {run}, and then Approve --run {run} --role <role> --by <name> for each";
        var folder = Path.Combine(evidenceFolder, run);
        if (!Directory.Exists(folder))
            throw new DeploymentException($"There is no acceptance pack of the rehearsal {run}: {folder} does not exist. Production needs one that was approved. Nothing was changed.", next);
        var policy = ApprovalPolicy.Read(root);
        var pack = PackVerifier.Verify(folder, TrustedKeys.Read(Path.Combine(root, TrustedKeys.Folder)));
        if (pack.ExitCode != 0)
            throw new DeploymentException($"The acceptance pack of {run} cannot be relied on, and nothing was changed: {string.Join(" ", pack.Problems.Concat(pack.Unknown))}", $"./build.sh VerifyEvidence --run {run}");
        if (pack.Verdict is { Judgement: Judgement.Failed } failed)
            throw new DeploymentException($"The rehearsal {run} has failed, and nothing was changed: {string.Join(" ", failed.Reasons)}", "./build.sh Rehearsal");
        if (pack.Record!.Step("BuildImage")?.Inputs.GetValueOrDefault("image-id") is var rehearsed && rehearsed != imageId)
            throw new DeploymentException($"What was approved is the image {rehearsed ?? "of no rehearsal"}, and the release is {imageId}. Nothing was changed.", next);
        var counted = pack.Approvals.Where(approval => policy.People.TryGetValue(approval.By, out var approver) && approver.Roles.Contains(approval.Role)).ToList();
        var missing = policy.Production.Except(counted.Select(approval => approval.Role)).ToList();
        if (missing.Count > 0)
            throw new DeploymentException($"Production needs the approval of {string.Join(", ", missing)} for {run}. Nothing was changed.", next);
        await RequireOthersAsync(counted, policy, commit, [.. makers, .. pack.SignedBy.Select(key => key.Name)], cancellation);
        return counted.GroupBy(approval => approval.By).FirstOrDefault(person => person.Count() > 1) is { } one
            ? throw new DeploymentException($"{one.Key} has approved in {one.Count()} roles ({string.Join(", ", one.Select(approval => approval.Role))}); each role needs somebody of its own. Nothing was changed.", next)
            : counted;
    }

    /// <summary>It was asked when they approved. A key can sign without this build, so it is asked again where it counts.</summary>
    private async Task RequireOthersAsync(IReadOnlyList<Approval> approvals, ApprovalPolicy policy, string commit, IReadOnlyList<string> makers, CancellationToken cancellation)
    {
        var author = await CommitAuthor.ReadAsync(runner, root, commit, cancellation);
        foreach (var approval in approvals)
        {
            if (makers.Contains(approval.By))
                throw new DeploymentException($"{approval.By} has approved in the role {approval.Role} what they made and signed themselves. Nothing was changed. Somebody else has to approve it.", Again(approval));
            if (CommitAuthor.Is(author, policy.People[approval.By]))
                throw new DeploymentException($"{approval.By} has approved in the role {approval.Role} what they wrote themselves: {commit}. Nothing was changed. Somebody else has to approve it.", Again(approval));
        }
    }

    private static string Again(Approval approval) => $"./build.sh Approve --role {approval.Role} --by <somebody else>";
}
