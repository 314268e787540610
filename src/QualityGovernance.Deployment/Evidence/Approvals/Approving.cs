using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Approvals;

/// <summary>Takes somebody's approval of a pack: <c>./build.sh Approve</c>.</summary>
/// <param name="root">The checkout, with the policy and the trusted keys.</param>
/// <param name="runner">Runs git.</param>
/// <param name="time">When it is approved.</param>
/// <param name="console">Hears it.</param>
public sealed class Approving(string root, ICommandRunner runner, TimeProvider time, IRunConsole console)
{
    private const string Verify = "./build.sh VerifyEvidence";

    /// <param name="folder">Of the pack.</param>
    /// <param name="role">One of <see cref="ApprovalPolicy.Roles"/>.</param>
    /// <param name="by">The approver, by the name of their key.</param>
    /// <param name="key">Theirs.</param>
    /// <param name="cancellation">Stops git.</param>
    /// <exception cref="DeploymentException">They may not, the pack is not whole, or they approve what they made themselves. Nothing was written.</exception>
    public async Task ApproveAsync(string folder, string role, string by, SigningKey key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var approver = Approver(role, by);
        var trusted = TrustedKeys.Read(Path.Combine(root, TrustedKeys.Folder));
        if (trusted.Find(key.KeyId)?.Name != by)
            throw new DeploymentException($"The key is not that of {by}: its public half is not {TrustedKeys.Folder}/{by}.pem.", $"./build.sh CreateSigningKey --by {by} --key <a file that only {by} can read>");
        var pack = PackVerifier.Verify(folder, trusted);
        RequireWhole(pack, by);
        var record = pack.Record!;
        if (pack.Verdict is { Judgement: Judgement.Failed } failed)
            throw new DeploymentException($"{record.Run.Id} has failed, and what has failed is not approved: {string.Join(" ", failed.Reasons)}", "./build.sh Rehearsal");
        await RequireAnotherAuthorAsync(record, by, approver, cancellation);
        var file = new Approval(role, by, time.GetUtcNow()).Write(folder, PackFiles.HashesIn(folder)[PackFolder.SumsName], key);
        console.Line(RunLevel.Good, $"{by} approves {record.Run.Id} in the role {role}.");
        if (pack.Pack is { Verdict.Judgement: Judgement.Incomplete } incomplete)
            console.Line(RunLevel.Warning, $"  {incomplete.FirstLine}. {by} approves it as it is: {string.Join(" ", incomplete.Verdict.Reasons)}");
        console.Line(RunLevel.Normal, $"  Written: {file}. It is void as soon as a byte of the pack changes.");
    }

    private Approver Approver(string role, string by)
    {
        if (!ApprovalPolicy.Roles.Contains(role))
            throw new DeploymentException($"There is no role \"{role}\". Roles are {string.Join(", ", ApprovalPolicy.Roles)}.", "./build.sh Approve --role technical --by jane.doe");
        var policy = ApprovalPolicy.Read(root);
        if (!policy.People.TryGetValue(by, out var approver))
            throw new DeploymentException($"{ApprovalPolicy.FileName} does not name {by} among the people who approve.");
        return approver.Roles.Contains(role)
            ? approver
            : throw new DeploymentException($"{by} may approve in the roles {string.Join(", ", approver.Roles)}, and not in {role}: {ApprovalPolicy.FileName} says so.");
    }

    private static void RequireWhole(PackVerification pack, string by)
    {
        if (pack.Problems.Count > 0)
            throw new DeploymentException($"The pack is not as it was made, and is not approved: {string.Join(" ", pack.Problems)}", Verify);
        if (pack.SignedBy.Count == 0)
            throw new DeploymentException($"Nobody whom this checkout trusts has signed the pack: {string.Join(" ", pack.Unknown)}", "./build.sh Evidence");
        if (pack.SignedBy.Any(signer => signer.Name == by))
            throw new DeploymentException($"{by} has made and signed this pack, and nobody approves what they made themselves.");
    }

    private async Task RequireAnotherAuthorAsync(RunRecord record, string by, Approver approver, CancellationToken cancellation)
    {
        var commit = record.Start?.Inputs.GetValueOrDefault("commit") ?? "";
        if (CommitAuthor.Is(await CommitAuthor.ReadAsync(runner, root, commit, cancellation), approver))
            throw new DeploymentException($"{by} has written {commit}, and nobody approves what they wrote themselves.");
    }
}
