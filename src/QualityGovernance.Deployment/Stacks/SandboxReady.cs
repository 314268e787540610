using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>Waits until the sandbox's service says that it can be used: as the engine sees it would be seconds later.</summary>
internal sealed class SandboxReady(ComposeStack stack, TimeProvider time, Action<string> say)
{
    /// <summary>Migrations of a large database included.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    /// <returns>What the service answered.</returns>
    /// <exception cref="PollGaveUpException">It did not become ready, or its container has ended.</exception>
    public async Task<string> WaitAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = stack.Address, Timeout = TimeSpan.FromSeconds(5) };
        var probe = new HealthProbe(client, "/readyz", new Dictionary<string, string> { ["status"] = "ready" });
        return await new Poll(time).UntilAsync("The sandbox", LookAsync, Deadline, Interval, say, cancellation);

        async Task<ProbeResult> LookAsync(CancellationToken token)
        {
            var result = await probe.LookAsync(token);
            if (result.State == ProbeState.Ready)
                return result;
            var app = await stack.FindAsync(StackServices.App, token);
            return app is { Status: "exited" or "dead" or "restarting" } ? ProbeResult.Hopeless($"The application is {app.State}.") : result;
        }
    }
}
