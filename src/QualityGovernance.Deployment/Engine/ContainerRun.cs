namespace QualityGovernance.Deployment.Engine;

/// <summary>A single container to run, with as little as it needs: no network, nothing writable, no rights, unless asked for.</summary>
/// <param name="Image">Id or name. Never fetched: what runs is what is here.</param>
/// <param name="Labels">Without <see cref="Engine.Labels.Project"/> it could not be cleaned up.</param>
public sealed record ContainerRun(string Image, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>Replaces the image's entrypoint with one program.</summary>
    public string? Entrypoint { get; init; }

    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Handed over through the environment of the client, so that no value stands in a list of processes.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What its program reads. Where null, it finds its input closed.</summary>
    public string? Input { get; init; }

    /// <summary>Writes what its program reads, where that is too much for a text or not one.</summary>
    public Func<Stream, CancellationToken, Task>? WriteInput { get; init; }

    public string Network { get; init; } = "none";

    /// <summary>Left running in the background; its id is the output.</summary>
    public bool Detached { get; init; }

    public bool ReadOnly { get; init; } = true;

    /// <summary>Further options of <c>docker run</c>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    internal IReadOnlyList<string> Arguments()
    {
        if (Labels.GetValueOrDefault(Engine.Labels.Project) != Engine.Labels.ProjectName)
            throw new InvalidOperationException($"A container of {Image} must carry the label {Engine.Labels.Project}={Engine.Labels.ProjectName}, or it could not be cleaned up.");
        return
        [
            "run", Detached ? "--detach" : "--rm", "--pull", "never", "--network", Network,
            .. Input is not null || WriteInput is not null ? ["--interactive"] : Array.Empty<string>(),
            .. ReadOnly ? ["--read-only", "--tmpfs", "/tmp"] : Array.Empty<string>(),
            "--cap-drop", "ALL", "--security-opt", "no-new-privileges",
            .. Labels.SelectMany(label => new[] { "--label", $"{label.Key}={label.Value}" }),
            .. Environment.Keys.SelectMany(name => new[] { "--env", name }),
            .. Entrypoint is { } entrypoint ? ["--entrypoint", entrypoint] : Array.Empty<string>(),
            .. Options,
            Image,
            .. Command,
        ];
    }
}
