namespace QualityGovernance.Deployment.Engine;

/// <summary>What this machine lacks for containers.</summary>
/// <param name="Facts">The engine that answers, or null.</param>
/// <param name="Packages">For each thing missing, the names its package has in the releases known here, best first.</param>
public sealed record ProvisioningNeeds(EngineFacts? Facts, IReadOnlyList<IReadOnlyList<string>> Packages)
{
    /// <summary>For whom backups are encrypted; where it is set, the program that does so is needed as well.</summary>
    public const string BackupRecipientVariable = "QGP_BACKUP_RECIPIENT";

    public bool IsSatisfied => Facts is not null && Packages.Count == 0;

    /// <summary>For messages: the name that most releases use.</summary>
    public IEnumerable<string> PackageNames => Packages.Select(names => names[^1]).Distinct();

    public static async Task<ProvisioningNeeds> OfAsync(ICommandRunner runner, IMachine machine, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var facts = await AnswerAsync(runner, machine, cancellation);
        var compose = facts?.Compose ?? await new ComposeFinder(runner).FindAsync(cancellation);
        bool Lacks(string program) => machine.FindAll(program).Count == 0;

        var packages = new List<IReadOnlyList<string>>();
        if (facts is null && Lacks("dockerd"))
            packages.Add(["docker.io"]);

        // A part of docker.io up to Debian 12, a package of its own later.
        if (Lacks("docker"))
            packages.Add(["docker-cli", "docker.io"]);
        if (compose is null)
            packages.Add(["docker-compose-v2", "docker-compose"]);

        // An engine that answers has found its own way to filter packets.
        if (facts is null && Lacks("iptables"))
            packages.Add(["iptables"]);
        if (Lacks("mmdebstrap"))
            packages.Add(["mmdebstrap"]);

        // Only who wants encrypted backups needs it.
        if (machine.Variable(BackupRecipientVariable) is { Length: > 0 } && Lacks("age"))
            packages.Add(["age"]);
        if (Lacks("update-ca-certificates"))
            packages.Add(["ca-certificates"]);
        return new ProvisioningNeeds(facts, packages);
    }

    private static async Task<EngineFacts?> AnswerAsync(ICommandRunner runner, IMachine machine, CancellationToken cancellation)
    {
        var clients = new DockerClients(runner, machine);
        try
        {
            return await clients.FactsAsync(await clients.FindAsync(cancellation), cancellation);
        }
        catch (EngineUnavailableException)
        {
            return null;
        }
    }
}
