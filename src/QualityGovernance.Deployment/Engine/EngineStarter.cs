using System.Globalization;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Engine;

/// <summary>Starts the engine of this machine and waits until it answers: by the service manager where there is one, else as a detached process.</summary>
public sealed class EngineStarter(ICommandRunner runner, IMachine machine, TimeProvider time, Action<string> say)
{
    /// <summary>Where a detached engine writes.</summary>
    public const string LogFile = "/var/log/dockerd.log";

    /// <summary>An engine with many containers to bring back needs time, and so does a loaded machine.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Looks in a row that find no engine process, before it counts as dead: it appears a moment after it was started.</summary>
    private const int LooksUntilDead = 20;

    private const string PidFile = "/var/run/docker.pid";

    private static readonly (string File, string Program)[] PidFiles =
    [
        (PidFile, "dockerd"),
        ("/var/run/docker/containerd/containerd.pid", "containerd"),
    ];

    private const string ContainerdSocket = "/run/containerd/containerd.sock";

    public bool HasServiceManager => machine.Exists("/run/systemd/system");

    /// <summary>What <see cref="StartAsync"/> will do, for the announcement.</summary>
    public string Plan => HasServiceManager
        ? "start the engine with \"systemctl start docker\""
        : $"start dockerd in the background (it stays running; its log is {LogFile})";

    public async Task<EngineFacts> StartAsync(CancellationToken cancellation = default)
    {
        var daemon = machine.FindAll("dockerd") is [var first, ..]
            ? first
            : throw new ProvisioningRefusedException("There is no dockerd on this machine to start.", "apt-get install docker.io");
        RemoveLeftovers();
        if (HasServiceManager)
            await runner.CheckedAsync(Command.Of("systemctl", "start", "docker") with { Timeout = Deadline }, cancellation: cancellation);
        else
            await DetachAsync(daemon, cancellation);
        return await AnswerAsync(daemon, cancellation);
    }

    /// <summary>
    /// A killed engine leaves pid files behind. By now another program may have that number, and the next engine would take it for itself and refuse to start.
    /// </summary>
    private void RemoveLeftovers()
    {
        foreach (var (file, program) in PidFiles)
        {
            if (machine.ReadText(file) is { } text && !Runs(text.Trim(), program))
            {
                say($"Removing {file}: the {program} that wrote it is gone.");
                machine.Delete(file);
            }
        }

        if (machine.Exists(ContainerdSocket) && !machine.SocketAnswers(ContainerdSocket))
        {
            say($"Removing {ContainerdSocket}: nobody answers there any more.");
            machine.Delete(ContainerdSocket);
        }
    }

    private bool Runs(string pid, string program) =>
        int.TryParse(pid, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && machine.ReadText($"/proc/{number}/comm")?.Trim() == program;

    /// <summary>
    /// In a session of its own and with its output in a file, so that it outlives this process and its terminal. Found again by its pid file: another engine
    /// with a data root of its own may run from the same program.
    /// </summary>
    private Task<CommandResult> DetachAsync(string daemon, CancellationToken cancellation) =>
        runner.CheckedAsync(
            Command.Of("start-stop-daemon", "--start", "--oknodo", "--background", "--output", LogFile, "--pidfile", PidFile, "--exec", daemon) with { Timeout = TimeSpan.FromSeconds(30) },
            cancellation: cancellation);

    private async Task<EngineFacts> AnswerAsync(string daemon, CancellationToken cancellation)
    {
        EngineFacts? facts = null;
        var absent = 0;
        try
        {
            await new Poll(time).UntilAsync("The engine", LookAsync, Deadline, Interval, cancellation: cancellation);
            return facts!;
        }
        catch (PollGaveUpException e)
        {
            throw new DeploymentException($"{e.Message} {LogTail()}", HasServiceManager ? "journalctl --unit docker --no-pager --lines 50" : $"tail -n 50 {LogFile}", e);
        }

        async Task<ProbeResult> LookAsync(CancellationToken token)
        {
            try
            {
                var clients = new DockerClients(runner, machine);
                facts = await clients.FactsAsync(await clients.FindAsync(token), token);
                return ProbeResult.Ready($"{facts}");
            }
            catch (EngineUnavailableException e)
            {
                var status = await runner.RunAsync(Command.Of("start-stop-daemon", "--status", "--pidfile", PidFile, "--exec", daemon), cancellation: token);
                absent = status.Succeeded ? 0 : absent + 1;
                return absent >= LooksUntilDead && !HasServiceManager ? ProbeResult.Hopeless($"{daemon} ended.") : ProbeResult.NotYet(e.Message);
            }
        }
    }

    private string LogTail()
    {
        var lines = HasServiceManager ? [] : (machine.ReadText(LogFile) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? "" : $"Its log ends with:\n{string.Join('\n', lines.TakeLast(8))}";
    }
}
