using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks.Swarm;

/// <summary>
/// The secrets of jobs in the store of the Swarm. Each job has its own, also where the application has the same values there: what a job has brought goes with it, and
/// nobody who works beside it loses what he counts on, neither a deployment through a plan, which takes no lease, nor a plan through a deployment.
/// </summary>
/// <param name="engine">A manager.</param>
internal sealed class SwarmJobSecrets(ContainerEngine engine)
{
    /// <param name="job">Name of the service that is to read them.</param>
    /// <param name="request">Has the values, which go there through a pipe.</param>
    /// <param name="cancellation">Stops the program; what is there by then has to be removed.</param>
    public async Task CreateAsync(string job, SwarmJobRequest request, CancellationToken cancellation)
    {
        var labels = OrphanedContainers.Owned(Labels.For(Purposes.Environment, request.Run)).SelectMany(label => new[] { "--label", $"{label.Key}={label.Value}" }).ToList();
        foreach (var (file, value) in request.Secrets)
            await engine.Runner.CheckedAsync(new Command(engine.Client, ["secret", "create", .. labels, NameOf(job, file), "-"]) { StandardInput = value, Timeout = TimeSpan.FromMinutes(1) }, cancellation: cancellation);
    }

    /// <summary>The engine refuses as long as the job's service is there.</summary>
    public async Task RemoveAsync(string job, SwarmJobRequest request)
    {
        foreach (var file in request.Secrets.Keys)
            await engine.RemoveSecretAsync(NameOf(job, file), CancellationToken.None);
    }

    /// <summary>Removes those of a stack's jobs whose services are gone.</summary>
    /// <param name="run">Of the label.</param>
    /// <param name="goes">By the owner of the job.</param>
    /// <param name="cancellation">Stops the programs.</param>
    /// <returns>The jobs.</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync(string run, Func<OwnerMark, bool> goes, CancellationToken cancellation)
    {
        var filters = Labels.For(Purposes.Environment, run).SelectMany(label => new[] { "--filter", $"label={label.Key}={label.Value}" });
        var listed = await engine.CheckedAsync(["secret", "ls", .. filters, "--format", $$$"""{{.Name}} {{.Label "{{{Labels.OwnerPid}}}"}}"""], cancellation: cancellation);
        var jobs = new List<string>();
        foreach (var line in listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split(' ') is not [var name, var owner] || OwnerMark.Parse(owner) is not { } mark || !goes(mark))
                continue;
            await engine.RemoveSecretAsync(name, cancellation);
            jobs.Add(name[..name.LastIndexOf('.')]);
        }

        return jobs;
    }

    /// <summary>The name of a file has no dot in it.</summary>
    public static string NameOf(string job, string file) => $"{job}.{file}";
}
