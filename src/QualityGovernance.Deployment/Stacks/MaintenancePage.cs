using System.Globalization;
using System.Net;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>
/// What answers on the sandbox's port while its application is stopped: the proxy of environments with nothing behind it, so that both say the same. A container
/// of its own and no service of the compose file: it must not come up with the stack, and stays when the process that showed it is killed.
/// </summary>
/// <param name="engine">Runs it.</param>
/// <param name="sandbox">Whose port it takes.</param>
/// <param name="time">For waiting.</param>
internal sealed class MaintenancePage(ContainerEngine engine, Sandbox sandbox, TimeProvider time)
{
    /// <summary>Relative to the checkout.</summary>
    public const string Configuration = ".nuke/proxy/haproxy.cfg";

    private const string Inside = "/etc/qgp/haproxy.cfg";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Not those of compose, which takes every container with its labels for one that it made.</summary>
    private IReadOnlyDictionary<string, string> Marks => Labels.For(Purposes.Maintenance, sandbox.Stack.Project);

    public async Task<bool> IsShownAsync(CancellationToken cancellation = default) => (await engine.ContainersAsync(Marks, cancellation)).Any(container => container.IsRunning);

    /// <summary>Takes the port, which has to be free. Returns when it answers.</summary>
    /// <param name="image">The proxy's: <see cref="ProxyImage"/>.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public async Task ShowAsync(string image, CancellationToken cancellation = default)
    {
        await RemoveAsync(cancellation);
        var port = sandbox.Environment.Port.ToString(CultureInfo.InvariantCulture);
        var started = await engine.RunContainerAsync(
            new ContainerRun(image, Marks)
            {
                Detached = true,
                Entrypoint = "haproxy",
                Command = ["-db", "-f", Inside],

                // The engine's own name server does not answer there: whatever the world calls by the application's name is never found.
                Network = "bridge",
                Options = ["--publish", $"127.0.0.1:{port}:8080", "--volume", $"{Path.Combine(sandbox.Settings.DirectoryName!, Configuration)}:{Inside}:ro", "--memory", "128m", "--pids-limit", "50"],
            },
            cancellation: cancellation);
        if (!started.Succeeded)
            throw new DeploymentException($"The maintenance page cannot be shown on port {port}: {started.LastWords(1)}");
        using var client = new HttpClient { BaseAddress = sandbox.Stack.Address, Timeout = TimeSpan.FromSeconds(5) };
        await new Poll(time).UntilAsync($"The maintenance page on port {port}", token => LookAsync(client, started.Output.Trim(), token), Limit, Interval, cancellation: cancellation);
    }

    /// <summary>Gives the port back. Also what a run that was killed has left.</summary>
    public Task<IReadOnlyList<string>> RemoveAsync(CancellationToken cancellation = default) => engine.RemoveAllAsync(Marks, volumes: false, cancellation);

    private async Task<ProbeResult> LookAsync(HttpClient client, string id, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/readyz", UriKind.Relative), cancellation);
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable
                ? ProbeResult.Ready("503")
                : ProbeResult.NotYet($"somebody answers with {(int)answer.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            return await engine.ContainerAsync(id, cancellation) is { IsRunning: true }
                ? ProbeResult.NotYet(e.Message)
                : ProbeResult.Hopeless($"it ended: {string.Join(' ', await engine.LogsAsync(id, 3, cancellation))}");
        }
    }
}
