using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>The exit code alone is not believed: the database has to be at the head that the built product itself names.</summary>
internal sealed class ApplyMigrationsStep(IRehearsalStack stack, RehearsalFindings findings) : IStep
{
    public string Name => nameof(RehearsalStep.ApplyMigrations);

    public TimeSpan Deadline => TimeSpan.FromMinutes(5);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var head = (await CheckedAsync(["status", "--head"], cancellation)).Output.Trim();
        if (head.Length == 0 || head.Contains('\n', StringComparison.Ordinal))
            throw new StepFailedException($"The built product does not name its head: \"status --head\" printed \"{head}\".");
        context.Observe("head", head);

        await CheckedAsync(["up"], cancellation);
        context.Observe("exit-code", 0);

        var status = Parse((await CheckedAsync(["status", "--json"], cancellation)).Output);
        var applied = (string?)status["applied"];
        context.Observe("provider", (string?)status["provider"] ?? SourceState.Unknown);
        context.Observe("applied", applied ?? "nothing");
        if (status["halfway"] is JsonObject halfway)
            throw new StepFailedException($"The migrations ended with exit code 0, and the database says: {halfway["words"]}", [status.ToJsonString()]);
        if (applied != head || !IsEmpty(status, "pending") || !IsEmpty(status, "unknown"))
            throw new StepFailedException($"The migrations ended with exit code 0, and the database is at {applied ?? "no revision"} where the built product's head is {head}.", [status.ToJsonString()]);
        findings.Head = head;
    }

    private async Task<CommandResult> CheckedAsync(string[] arguments, CancellationToken cancellation)
    {
        var result = await stack.MigrationsAsync(arguments, cancellation);
        return result.Succeeded
            ? result
            : throw new StepFailedException(
                $"The migrations program ended \"{string.Join(' ', arguments)}\" with exit code {result.ExitCode}: {result.LastWords(1)}",
                result.LastWords(15).Split('\n'));
    }

    private static JsonObject Parse(string text)
    {
        try
        {
            if (JsonNode.Parse(text) is JsonObject status)
                return status;
        }
        catch (JsonException e)
        {
            throw new StepFailedException("\"status --json\" of the migrations program printed something that is not JSON.", text.Split('\n'), inner: e);
        }

        throw new StepFailedException("\"status --json\" of the migrations program printed something that is not a JSON object.", text.Split('\n'));
    }

    private static bool IsEmpty(JsonObject status, string list) => status[list] is JsonArray { Count: 0 };
}
