using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Drills.Faults.Planting;

/// <summary>Kills containers of one procedure for as long as its step is at work: those that the step starts, or the newest that is there already.</summary>
/// <param name="engine">Not the one that the fault is planted into.</param>
/// <param name="labels">As name=value: what carries one of them is of the procedure.</param>
/// <param name="killsWhatIsThere">For a step that starts none.</param>
internal sealed class ContainerKiller(ContainerEngine engine, IReadOnlyList<string> labels, bool killsWhatIsThere) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource end = new();
    private Task work = Task.CompletedTask;

    /// <param name="struck">Is told of the first that was killed.</param>
    public async Task BeginAsync(Action struck)
    {
        var before = await RunningAsync();
        work = KillAsync(killsWhatIsThere ? [.. before.Skip(1)] : [.. before], struck);
    }

    public async Task EndAsync()
    {
        await end.CancelAsync();
        await work;
    }

    public void Dispose() => end.Dispose();

    private async Task KillAsync(HashSet<string> spared, Action struck)
    {
        while (!end.IsCancellationRequested)
        {
            foreach (var container in (await RunningAsync()).Where(one => !spared.Contains(one)))
            {
                // It may have ended by itself meanwhile.
                if ((await engine.RunAsync(["kill", "--signal", "KILL", container])).Succeeded)
                    struck();
            }

            await Task.Delay(Interval, end.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
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
