using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Evidence.Approvals;

/// <summary>Who has written a commit, as git knows them.</summary>
internal static class CommitAuthor
{
    /// <param name="runner">Runs git.</param>
    /// <param name="root">The checkout.</param>
    /// <param name="commit">Which.</param>
    /// <param name="cancellation">Stops git.</param>
    /// <returns>Their address.</returns>
    /// <exception cref="DeploymentException">The checkout does not have it.</exception>
    public static async Task<string> ReadAsync(ICommandRunner runner, string root, string commit, CancellationToken cancellation)
    {
        var author = await runner.TryAsync(Command.Of("git", "-C", root, "log", "-1", "--format=%ae", commit), cancellation)
            ?? throw new DeploymentException($"Who wrote {commit} cannot be told: this checkout does not have that commit. An approver has to be somebody else.", "git fetch --all");
        return author.Output.Trim();
    }

    /// <summary>Whether somebody has written what they would approve.</summary>
    public static bool Is(string author, Approver approver) => string.Equals(author, approver.Email, StringComparison.OrdinalIgnoreCase);
}
