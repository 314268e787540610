using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Containers;

/// <summary>What rehearsals have on the engine, by label, and whose of it nobody owns any more.</summary>
internal sealed class Leftovers(ContainerEngine engine)
{
    /// <summary>The owner of what was kept on purpose: its user was told how to remove it.</summary>
    public const string Nobody = "0";

    private static readonly (string Kind, string Name, string[] Listing)[] Kinds =
    [
        ("container", "{{.Names}}", ["ps", "--all"]),
        ("volume", "{{.Name}}", ["volume", "ls"]),
        ("network", "{{.Name}}", ["network", "ls"]),
    ];

    /// <summary>How a user removes what belongs to one run, and nothing else.</summary>
    public static string RemovalCommand(string run)
    {
        var mine = $"--quiet --filter label={Labels.Run}={run}";
        return $"docker rm --force --volumes $(docker ps --all {mine}) && docker network rm $(docker network ls {mine}) && docker volume rm $(docker volume ls {mine}) && docker image rm {RehearsalImages.NameOf(run)}";
    }

    /// <summary>The runs that have something on the engine, with the owner that is written on it.</summary>
    /// <exception cref="DeploymentException">The engine's answer names no runs and owners: something of a killed rehearsal could have been overlooked.</exception>
    public async Task<IReadOnlyDictionary<string, OwnerMark?>> FindAsync(CancellationToken cancellation)
    {
        var owners = new SortedDictionary<string, OwnerMark?>(StringComparer.Ordinal);
        foreach (var (_, _, listing) in Kinds)
        {
            foreach (var line in await ListAsync(listing, Labels.For(Purposes.Rehearsal), $$$"""{{.Label "{{{Labels.Run}}}"}}|{{.Label "{{{Labels.OwnerPid}}}"}}""", cancellation))
            {
                if (line.Split('|') is not [var run, var owner])
                    throw new DeploymentException($"The engine was asked what rehearsals have left, and \"{line}\" names no run and no owner. Nothing was removed.", $"docker {string.Join(' ', listing)} --filter label={Labels.Purpose}={Purposes.Rehearsal}");
                if (run.Length > 0)
                    owners[run] = OwnerMark.Parse(owner);
            }
        }

        return owners;
    }

    public async Task RemoveOrphansAsync(StepContext context, CancellationToken cancellation)
    {
        var removed = 0;
        foreach (var (run, owner) in await FindAsync(cancellation))
        {
            if (owner is not { MayBeAlive: false })
            {
                context.Say(owner is null ? $"Run {run} was kept on purpose and stays" : $"Run {run} is at work and stays");
                continue;
            }

            foreach (var thing in await RemoveAsync(run, cancellation))
            {
                context.Say($"Removed {thing} of run {run}, whose owner is gone");
                removed++;
            }

            await engine.RemoveImageAsync(RehearsalImages.NameOf(run), cancellation);
        }

        foreach (var orphan in RunFolder.Orphans())
        {
            await engine.RemoveImageAsync(RehearsalImages.NameOf(orphan.Run), cancellation);
            orphan.Remove();
            context.Say($"Removed {orphan.FullPath}, whose owner is gone");
            removed++;
        }

        context.Observe("removed", removed);
    }

    public Task<IReadOnlyList<string>> RemoveAsync(string run, CancellationToken cancellation) =>
        engine.RemoveAllAsync(Labels.For(Purposes.Rehearsal, run), volumes: true, cancellation);

    /// <summary>Everything that carries the label of a run, in words.</summary>
    public async Task<IReadOnlyList<string>> ThingsOfAsync(string run, CancellationToken cancellation)
    {
        var things = new List<string>();
        foreach (var (kind, name, listing) in Kinds)
            things.AddRange((await ListAsync(listing, Labels.For(Purposes.Rehearsal, run), name, cancellation)).Select(found => $"{kind} {found}"));
        return things;
    }

    private async Task<IReadOnlyList<string>> ListAsync(string[] listing, IReadOnlyDictionary<string, string> labels, string format, CancellationToken cancellation)
    {
        var filters = labels.SelectMany(label => new[] { "--filter", $"label={label.Key}={label.Value}" });
        var result = await engine.CheckedAsync([.. listing, .. filters, "--format", format], cancellation: cancellation);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
