using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>The migrations program of a release, run with the environment of the application.</summary>
internal sealed class MigrationsProgram(IEnvironmentStack stack, ReleaseSpecification release)
{
    /// <summary>Known to the release and not applied to the database.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellation)
    {
        var output = (await CheckedAsync(["status", "--json"], cancellation)).Output;
        try
        {
            // Whatever the program logs comes before its answer.
            var answer = JsonNode.Parse(output.Trim().Split('\n')[^1]) as JsonObject;
            if (answer?["pending"] is JsonArray pending)
                return [.. pending.Select(id => id!.ToString())];
        }
        catch (JsonException e)
        {
            throw new StepFailedException("\"status --json\" of the release printed something that is not JSON.", output.Split('\n'), inner: e);
        }

        throw new StepFailedException("\"status --json\" of the release does not say which migrations are pending.", output.Split('\n'));
    }

    /// <summary>The SQL of everything after a revision.</summary>
    public async Task<string> ScriptAsync(string? from, CancellationToken cancellation) =>
        (await CheckedAsync(from is null ? ["script"] : ["script", "--from", from], cancellation)).Output;

    public Task<CommandResult> UpAsync(CancellationToken cancellation) => stack.RunJobAsync(release, ProductProgram.Migrations, ["up"], cancellation);

    /// <summary>What undoing everything after a revision would do; nothing is changed.</summary>
    public async Task<WayDownPlan> WayDownAsync(string to, CancellationToken cancellation) =>
        WayDownPlan.Parse((await CheckedAsync(["down", "--to", to, "--dry-run", "--json"], cancellation)).Output);

    public Task<CommandResult> DownAsync(string to, IReadOnlyCollection<string> acceptedLosses, CancellationToken cancellation) =>
        stack.RunJobAsync(release, ProductProgram.Migrations, ["down", "--to", to, .. acceptedLosses.Count == 0 ? Array.Empty<string>() : ["--accept-loss", string.Join(',', acceptedLosses)]], cancellation);

    private async Task<CommandResult> CheckedAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var result = await stack.RunJobAsync(release, ProductProgram.Migrations, arguments, cancellation);
        return result.Succeeded
            ? result
            : throw new StepFailedException(
                $"The migrations program of {release.Labels[ReleaseSpecification.ReleaseLabel]} ended \"{string.Join(' ', arguments)}\" with exit code {result.ExitCode}: {result.LastWords(1)}",
                result.LastWords(15).Split('\n'));
    }
}
