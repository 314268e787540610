namespace QualityGovernance.Deployment.Stacks.Hardening;

/// <summary>How a container is set up, as far as rules ask: as a file describes it, or as an engine runs it.</summary>
/// <param name="Where">For a message: the file and the service, or the running container's service.</param>
internal sealed record ContainerSetup(string Where)
{
    /// <summary>Who its program runs as; empty where nobody said, which is root.</summary>
    public string User { get; init; } = "";

    public bool Privileged { get; init; }

    public bool ReadOnlyRoot { get; init; }

    public IReadOnlyList<string> DroppedCapabilities { get; init; } = [];

    public IReadOnlyList<string> AddedCapabilities { get; init; } = [];

    public IReadOnlyList<string> SecurityOptions { get; init; } = [];

    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>The kinds of namespace (network, process, ipc, uts, user) that are the host's own.</summary>
    public IReadOnlyList<string> HostNamespaces { get; init; } = [];

    /// <summary>The engine's own network that every container without another one shares.</summary>
    public bool OnDefaultBridge { get; init; }

    /// <summary>Empty where the engine chooses.</summary>
    public string CgroupParent { get; init; } = "";

    public bool HasMemoryLimit { get; init; }

    public bool HasProcessorLimit { get; init; }

    public bool HasProcessLimit { get; init; }

    /// <summary>no, on-failure:5, unless-stopped ...</summary>
    public string Restart { get; init; } = "no";

    /// <summary>What of the host's files it sees. Volumes are not among them.</summary>
    public IReadOnlyList<string> HostPaths { get; init; } = [];

    /// <summary>Mounts whose changes reach the host.</summary>
    public IReadOnlyList<string> SharedMounts { get; init; } = [];

    public IReadOnlyList<PublishedPort> Ports { get; init; } = [];

    public bool HasHealthCheck { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
