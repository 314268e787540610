using System.Globalization;
using System.Security.Cryptography;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Stacks.Swarm;

/// <summary>A program that runs once to its end as a service of the Swarm, because only services are given secrets of the Swarm.</summary>
/// <param name="engine">A manager; the job runs on this machine.</param>
/// <param name="time">For waiting.</param>
public sealed class SwarmJob(ContainerEngine engine, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);

    /// <summary>The caller's token ends it earlier.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly SwarmJobSecrets secrets = new(engine);

    /// <param name="job">What to run.</param>
    /// <param name="cancellation">Ends and removes it.</param>
    /// <returns>What it wrote, and its exit code.</returns>
    /// <exception cref="DeploymentException">It was never started.</exception>
    public async Task<CommandResult> RunAsync(SwarmJobRequest job, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        var node = await new SwarmMembership(engine).RequireManagerAsync(cancellation);
        var name = $"{Prefix(job.Stack)}{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        var began = time.GetTimestamp();
        try
        {
            await secrets.CreateAsync(name, job, cancellation);
            await engine.CheckedAsync(Arguments(name, node, job), cancellation: cancellation);
            var ended = await EndAsync(new SwarmService(engine, name), cancellation);
            var logs = await engine.CheckedAsync(["service", "logs", "--raw", name], cancellation: cancellation);
            return new CommandResult(ended.ExitCode ?? throw new DeploymentException($"The job {name} was never started: {ended.Error}"), logs.Output, logs.Error, time.GetElapsedTime(began));
        }
        finally
        {
            await RemoveAsync(name);
            await secrets.RemoveAsync(name, job);
        }
    }

    /// <summary>Ends and removes the jobs of a stack whose owner is known to be gone: a migration of a run that was killed goes on without it.</summary>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> RemoveOrphansAsync(string stack, CancellationToken cancellation = default) =>
        [.. await RemoveAsync(stack, owner => !owner.MayBeAlive, cancellation), .. await OrphanedContainers.RemoveAsync(engine, Labels.For(Purposes.Environment, stack), cancellation)];

    /// <summary>Ends and removes the jobs of a stack that this process has left: those whose removal failed together with the step that had started them. None may be at work.</summary>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> RemoveOwnAsync(string stack, CancellationToken cancellation = default) =>
        [.. await RemoveAsync(stack, owner => owner == OwnerMark.Current, cancellation), .. await engine.RemoveAllAsync(OrphanedContainers.Owned(Labels.For(Purposes.Environment, stack)), volumes: false, cancellation)];

    private async Task<IReadOnlyList<string>> RemoveAsync(string stack, Func<OwnerMark, bool> goes, CancellationToken cancellation)
    {
        var removed = new List<string>();
        var listed = await engine.CheckedAsync(["service", "ls", "--quiet", "--filter", $"name={Prefix(stack)}"], cancellation: cancellation);
        foreach (var id in listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var labels = await engine.CheckedAsync(["service", "inspect", id, "--format", $$$"""{{.Spec.Name}} {{index .Spec.Labels "{{{Labels.OwnerPid}}}"}}"""], cancellation: cancellation);
            if (labels.Output.Trim().Split(' ') is not [var name, var owner] || OwnerMark.Parse(owner) is not { } mark || !goes(mark))
                continue;
            await RemoveAsync(name);
            removed.Add(name);
        }

        // One that was met before it had a service has brought no more than these.
        return [.. removed.Union(await secrets.RemoveAsync(stack, goes, cancellation))];
    }

    /// <summary>The managers forget a job that has ended together with its service, and leave its container.</summary>
    private async Task RemoveAsync(string name)
    {
        await engine.RemoveServiceAsync(name, CancellationToken.None);
        foreach (var container in await engine.ContainersAsync(new Dictionary<string, string> { ["com.docker.swarm.service.name"] = name }, CancellationToken.None))
            await engine.RemoveContainerAsync(container.Id, CancellationToken.None);
    }

    private async Task<SwarmTask> EndAsync(SwarmService service, CancellationToken cancellation)
    {
        SwarmTask? ended = null;
        await new Poll(time).UntilAsync($"The job {service.Name} having ended", LookAsync, Patience, Interval, cancellation: cancellation);
        return ended!;

        async Task<ProbeResult> LookAsync(CancellationToken token)
        {
            var task = (await service.TasksAsync(token)) is [var newest, ..] ? newest : null;
            ended = task is { HasEnded: true } ? task : null;
            return ended is null ? ProbeResult.NotYet(task?.State ?? "not scheduled") : ProbeResult.Ready(ended.State);
        }
    }

    private static string Prefix(string stack) => $"{stack}-job-";

    private static string[] Arguments(string name, string node, SwarmJobRequest job) =>
    [
        "service", "create", "--quiet", "--detach", "--mode", "replicated-job", "--restart-condition", "none", "--no-resolve-image",
        "--name", name, "--constraint", $"node.id=={node}", "--no-healthcheck", "--init",
        .. OrphanedContainers.Owned(Labels.For(Purposes.Environment, job.Run)).SelectMany(label => new[] { "--label", $"{label.Key}={label.Value}", "--container-label", $"{label.Key}={label.Value}" }),
        .. job.Settings.SelectMany(setting => new[] { "--env", $"{setting.Key}={setting.Value}" }),
        .. job.Secrets.SelectMany(secret => new[] { "--secret", string.Create(CultureInfo.InvariantCulture, $"source={SwarmJobSecrets.NameOf(name, secret.Key)},target={secret.Key},uid={job.User},gid={job.User},mode=0400") }),

        // No more rights than the program needs.
        "--read-only", "--mount", "type=tmpfs,target=/tmp", "--cap-drop", "ALL", "--limit-memory", "512m",
        "--entrypoint", job.Program[0], job.Image, .. job.Program.Skip(1),
    ];
}
