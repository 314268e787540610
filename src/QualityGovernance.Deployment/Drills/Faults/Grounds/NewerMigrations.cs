using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Drills.Faults.Grounds;

/// <summary>The migrations program of a release that does not exist yet, as the checkout's tests have it.</summary>
internal static class NewerMigrations
{
    private const string Project = "tests/QualityGovernance.NewerMigrations";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <returns>The folder that it was built into.</returns>
    public static async Task<string> BuildAsync(ICommandRunner runner, string root, CancellationToken cancellation)
    {
        var folder = Path.Combine(root, "artifacts", "drills", "newer-migrations");
        await runner.CheckedAsync(
            Command.Of("dotnet", "build", Path.Combine(root, Project), "--configuration", "Release", "--output", folder) with { WorkingDirectory = root, Timeout = Patience }, cancellation: cancellation);
        return folder;
    }
}
