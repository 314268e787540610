using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>The release itself judges the settings and the secrets that it will be started with.</summary>
internal sealed class PreflightStep(DeploymentParts parts, DeploymentFindings findings) : IStep
{
    public string Name => "Preflight";

    public TimeSpan Deadline => TimeSpan.FromMinutes(3);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var release = findings.RequireTarget();
        var result = await parts.Stack.RunJobAsync(parts.Specification(release), ProductProgram.Service, ["check-config"], cancellation);
        if (!result.Succeeded)
        {
            throw new StepFailedException(
                $"{release.Tag} refuses the configuration of {parts.Environment.Name} (exit code {result.ExitCode}): {result.LastWords(1)} Nothing was changed.",
                result.LastWords(15).Split('\n'));
        }

        context.Observe("check-config", $"exit code {result.ExitCode}");
    }
}
