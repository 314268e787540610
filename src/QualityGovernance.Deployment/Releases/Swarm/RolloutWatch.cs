using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Stacks.Swarm;

namespace QualityGovernance.Deployment.Releases.Swarm;

/// <summary>Waits for the end of a rollout. One that has none within its deadline is taken back here: the managers would let it try for ever.</summary>
/// <param name="service">Of the application.</param>
/// <param name="environment">Says how many replicas there are to be, and within which time.</param>
/// <param name="isFirst">Nothing ran before.</param>
/// <param name="time">For the deadline.</param>
internal sealed class RolloutWatch(SwarmService service, EnvironmentDescription environment, bool isFirst, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>For ending what never became healthy.</summary>
    private static readonly TimeSpan RollbackPatience = TimeSpan.FromMinutes(2);

    private const int LogLines = 15;

    /// <param name="began">Timestamp of the beginning, which the deadline counts from.</param>
    /// <param name="cancellation">Stops the watching, and not the rollout.</param>
    public async Task<Rollout> EndAsync(long began, CancellationToken cancellation)
    {
        var asked = (await RequireAsync(cancellation)).Container;
        var end = await UntilAsync(LookAsync, environment.RolloutDeadline - time.GetElapsedTime(began), cancellation);
        if (end is { } known)
            return known;
        var message = $"It was not healthy within {environment.RolloutDeadline.TotalSeconds:0} s.";
        var failed = await FailedAsync(asked, cancellation);
        if (isFirst || !await service.RollBackAsync(cancellation))
            return failed with { End = RolloutEnd.TimedOut, Reason = $"{message} Nothing ran before it. {failed.Reason}".Trim() };
        return await UntilAsync(token => BackAsync(asked, message, token), RollbackPatience, cancellation)
            ?? failed with { End = RolloutEnd.TimedOut, Reason = $"{message} Taking it back did not end within {RollbackPatience.TotalSeconds:0} s either." };

        async Task<Rollout?> LookAsync(CancellationToken token)
        {
            var state = await RequireAsync(token);
            var tasks = await service.TasksAsync(token);
            return state.Update switch
            {
                "rollback_completed" => await TakenBackAsync(asked, state.Message, token),
                "paused" or "rollback_paused" => (await FailedAsync(asked, token)) with { End = RolloutEnd.TimedOut, Reason = state.Message },
                "completed" or null when Serves(tasks, asked) => new Rollout(RolloutEnd.Completed),
                _ => null,
            };
        }
    }

    /// <summary>All that is wanted runs, and was made from what was asked for.</summary>
    private bool Serves(IReadOnlyList<SwarmTask> tasks, JsonNode asked)
    {
        var wanted = tasks.Where(task => task.IsWanted).ToList();
        return wanted.Count == environment.Replicas && wanted.All(task => task.IsRunning && ContainerDescription.Same(task.Container, asked));
    }

    private async Task<Rollout?> BackAsync(JsonNode asked, string message, CancellationToken cancellation) =>
        (await RequireAsync(cancellation)).Update == "rollback_completed" ? await TakenBackAsync(asked, message, cancellation) : null;

    private async Task<Rollout> TakenBackAsync(JsonNode asked, string message, CancellationToken cancellation)
    {
        var failed = await FailedAsync(asked, cancellation);
        return failed with { End = RolloutEnd.RolledBack, Reason = $"{message.TrimEnd('.')}. {failed.Reason}".Trim() };
    }

    /// <summary>What the newest of the rejected replicas said before it ended.</summary>
    private async Task<Rollout> FailedAsync(JsonNode asked, CancellationToken cancellation)
    {
        var task = (await service.TasksAsync(cancellation)).Where(task => ContainerDescription.Same(task.Container, asked)).OrderByDescending(task => task.Error.Length > 0).FirstOrDefault();
        return task is null
            ? new Rollout(RolloutEnd.TimedOut)
            : new Rollout(RolloutEnd.TimedOut, task.Error.Length > 0 ? $"A replica ended: {task.Error}" : $"A replica is {task.State}.") { Logs = await service.LogsAsync(task.Id, LogLines, cancellation) };
    }

    private async Task<SwarmServiceState> RequireAsync(CancellationToken cancellation) =>
        await service.StateAsync(cancellation) ?? throw new DeploymentException($"The service {service.Name} is gone: somebody removed it while it was rolled out.");

    /// <returns>Null when the time has passed.</returns>
    private async Task<Rollout?> UntilAsync(Func<CancellationToken, Task<Rollout?>> look, TimeSpan patience, CancellationToken cancellation)
    {
        Rollout? end = null;
        try
        {
            await new Poll(time).UntilAsync("The rollout", LookAsync, patience, Interval, cancellation: cancellation);
        }
        catch (PollGaveUpException)
        {
            return null;
        }

        return end;

        async Task<ProbeResult> LookAsync(CancellationToken token) =>
            (end = await look(token)) is { } known ? ProbeResult.Ready(known.End.ToString()) : ProbeResult.NotYet("at work");
    }
}
