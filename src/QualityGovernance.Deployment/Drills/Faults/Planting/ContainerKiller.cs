using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Drills.Faults.Planting;

/// <summary>
/// Kills containers of one procedure for as long as its step is at work: those that the step starts, or the newest that is there already. It hears of a start from the
/// engine itself: a container that asks a database one question has ended before anybody who looks from time to time would find it.
/// </summary>
/// <param name="engine">Not the one that the fault is planted into.</param>
/// <param name="labels">As name=value: what carries one of them is of the procedure.</param>
/// <param name="killsWhatIsThere">For a step that starts none.</param>
internal sealed class ContainerKiller(ContainerEngine engine, IReadOnlyList<string> labels, bool killsWhatIsThere) : IDisposable
{
    /// <summary>Longer than any step with a fault is given.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly CancellationTokenSource end = new();
    private readonly List<Task> kills = [];
    private readonly Lock gate = new();
    private Task listening = Task.CompletedTask;

    /// <param name="struck">Is told of each that was killed.</param>
    public async Task BeginAsync(Action struck)
    {
        // By the engine's clock: a start between this question and the first answer is told as well.
        var since = (await engine.CheckedAsync(["info", "--format", "{{.SystemTime}}"])).Output.Trim();
        if (killsWhatIsThere && (await RunningAsync()) is [var newest, ..])
            await KillAsync(newest, struck);
        listening = ListenAsync(since, struck);
    }

    public async Task EndAsync()
    {
        await end.CancelAsync();
        await listening;
        await Task.WhenAll(kills);
    }

    public void Dispose() => end.Dispose();

    private async Task ListenAsync(string since, Action struck)
    {
        try
        {
            await engine.CheckedAsync(["events", "--since", since, "--filter", "type=container", "--filter", "event=start", "--format", "{{json .}}"], Hear, Patience, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The step has ended.
        }

        void Hear(string line)
        {
            if (Started(line) is not { } container)
                return;
            lock (gate)
                kills.Add(KillAsync(container, struck));
        }
    }

    /// <returns>The container, where it is of the procedure.</returns>
    private string? Started(string line)
    {
        try
        {
            var actor = JsonNode.Parse(line)?["Actor"];
            return labels.Any(label => label.Split('=', 2) is [var name, var value] && actor?["Attributes"]?[name]?.ToString() == value) ? actor?["ID"]?.ToString() : null;
        }
        catch (JsonException)
        {
            // The client says something beside its answers.
            return null;
        }
    }

    private async Task KillAsync(string container, Action struck)
    {
        // It may have ended by itself meanwhile.
        if ((await engine.RunAsync(["kill", "--signal", "KILL", container])).Succeeded)
            struck();
    }

    /// <summary>Newest first, as the engine lists them.</summary>
    private async Task<IReadOnlyList<string>> RunningAsync()
    {
        var all = new List<string>();
        foreach (var label in labels)
            all.AddRange((await engine.CheckedAsync(["ps", "--quiet", "--no-trunc", "--filter", $"label={label}"])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return [.. all.Distinct()];
    }
}
