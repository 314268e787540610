namespace QualityGovernance.Deployment.Engine;

/// <summary>One container as the engine sees it.</summary>
/// <param name="Id">The full id; names differ between versions of compose and are never relied upon.</param>
/// <param name="Name">For messages.</param>
/// <param name="ImageId">The image it was made from: <c>sha256:...</c>.</param>
/// <param name="Image">What that image was called when the container was made.</param>
/// <param name="Status">created, running, paused, restarting, exited or dead.</param>
/// <param name="Health">starting, healthy or unhealthy; null without a health check.</param>
/// <param name="ExitCode">Of the last end; 0 while it has not ended yet.</param>
/// <param name="RestartCount">How often the engine's restart policy had to bring it back.</param>
/// <param name="OutOfMemory">Whether the kernel ended it for its memory limit.</param>
/// <param name="Pid">On the host; 0 while it does not run.</param>
/// <param name="Labels">All of them.</param>
/// <param name="Ports">Container port (for example 8000/tcp) to the address on the host.</param>
/// <param name="Environment">What it was started with. Registered secrets are masked.</param>
public sealed record ContainerFacts(
    string Id,
    string Name,
    string ImageId,
    string Image,
    string Status,
    string? Health,
    int ExitCode,
    int RestartCount,
    bool OutOfMemory,
    int Pid,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Ports,
    IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Paths inside it to what is mounted there: the path of a file or folder of the host, or the name of a volume.</summary>
    public IReadOnlyDictionary<string, string> Mounts { get; init; } = new Dictionary<string, string>();

    public bool IsRunning => Status == "running";

    /// <summary>The service of its compose project, or its name.</summary>
    public string Service => Labels.GetValueOrDefault(Engine.Labels.ComposeService, Name);

    /// <summary>Its state in words fit for a message.</summary>
    public string State => Status switch
    {
        "running" when Health is not null => $"running, {Health}",
        "exited" when OutOfMemory => $"exited with code {ExitCode}, out of memory",
        "exited" => $"exited with code {ExitCode}",
        "restarting" => $"restarting after exit code {ExitCode} ({RestartCount} times so far)",
        _ => Status,
    };
}
