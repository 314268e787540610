namespace QualityGovernance.Deployment.Engine;

/// <summary>
/// Makes a bare Debian or Ubuntu able to run containers, from its own packages: says what it will do, does that and nothing else, and does nothing the second time.
/// </summary>
/// <param name="runner">Runs apt and the engine's programs.</param>
/// <param name="machine">What is there already.</param>
/// <param name="time">For the deadline.</param>
/// <param name="say">Hears what will be done, before it is done.</param>
/// <param name="detail">Hears what the package manager prints.</param>
public sealed class Provisioner(ICommandRunner runner, IMachine machine, TimeProvider time, Action<string> say, Action<string>? detail = null)
{
    /// <exception cref="ProvisioningRefusedException">Nothing was touched, and why.</exception>
    public async Task<ProvisionResult> RunAsync(CancellationToken cancellation = default)
    {
        var needs = await ProvisioningNeeds.OfAsync(runner, machine, cancellation);
        if (needs.IsSatisfied)
        {
            say($"Nothing to do. {needs.Facts}");
            return new ProvisionResult([], needs.Facts!);
        }

        var system = OsRelease.Of(machine);
        Refuse(needs, system);
        var starter = new EngineStarter(runner, machine, time, say);
        Announce(needs, system, starter);
        var done = new List<string>();
        if (needs.Packages.Count > 0)
            done.Add($"installed {string.Join(", ", await InstallAsync(needs, cancellation))}");
        var facts = await StartedAsync(starter, done, cancellation);
        say($"{facts}");
        return new ProvisionResult(done, facts);
    }

    /// <summary>Every reason at once, before anything is touched.</summary>
    private void Refuse(ProvisioningNeeds needs, OsRelease system)
    {
        var missing = needs.Packages.Count > 0 ? $"Missing: {string.Join(", ", needs.PackageNames)}. " : "The engine is installed and does not run. ";
        if (!system.IsKnown)
        {
            throw new ProvisioningRefusedException(
                $"This machine runs {system.Name}; provisioning knows the packages of Debian and Ubuntu only. {missing}" +
                "Install a container engine (20.10 or newer), compose (docker compose, or docker-compose 1.29) and, where no registry can be reached, mmdebstrap, and start the engine.");
        }

        if (!machine.IsRoot)
        {
            throw new ProvisioningRefusedException(
                $"Provisioning installs packages and starts the engine, and for that it must run as root. {missing}", "sudo ./build.sh Provision");
        }

        if (machine.Variable("DOCKER_HOST") is { Length: > 0 } host && needs.Facts is null)
        {
            throw new ProvisioningRefusedException(
                $"DOCKER_HOST points at {host}, where no engine answers; an engine started here would not be used.", "unset DOCKER_HOST");
        }
    }

    private void Announce(ProvisioningNeeds needs, OsRelease system, EngineStarter starter)
    {
        say($"Provisioning {system.Name}:");
        if (needs.Packages.Count > 0)
            say($"- install with apt-get: {string.Join(", ", needs.PackageNames)}");
        if (needs.Facts is null)
            say($"- {starter.Plan}");
    }

    private async Task<IReadOnlyList<string>> InstallAsync(ProvisioningNeeds needs, CancellationToken cancellation)
    {
        var apt = new AptPackages(runner, say, detail);
        await apt.UpdateAsync(cancellation);
        var names = new List<string>();
        foreach (var candidates in needs.Packages)
            names.Add(await apt.FirstAvailableAsync(candidates, cancellation));
        names = [.. names.Distinct()];
        await apt.InstallAsync(names, cancellation);
        return names;
    }

    /// <summary>Installing may have started it already: then there is nothing to start.</summary>
    private async Task<EngineFacts> StartedAsync(EngineStarter starter, List<string> done, CancellationToken cancellation)
    {
        if ((await ProvisioningNeeds.OfAsync(runner, machine, cancellation)).Facts is { } running)
            return running;
        var facts = await starter.StartAsync(cancellation);
        done.Add($"started engine {facts.ServerVersion}");
        return facts;
    }
}
