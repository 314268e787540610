using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>Waits until the application says that it is ready, and stops waiting as soon as it can no longer become so.</summary>
internal sealed class ApplicationReady(IRehearsalStack stack, Poll poll, TimeSpan limit)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private static readonly Dictionary<string, string> Ready = new(StringComparer.Ordinal) { ["status"] = "ready", ["database"] = "connected" };

    public async Task WaitAsync(StepContext context, CancellationToken cancellation)
    {
        using var client = NewClient(stack.Address);
        var probe = new HealthProbe(client, "/readyz", Ready);
        await poll.UntilAsync("The application being ready", LookAsync, limit, Interval, context.Log, cancellation);

        async Task<ProbeResult> LookAsync(CancellationToken token)
        {
            var seen = await probe.LookAsync(token);
            return seen.State == ProbeState.NotYet && await stack.WhyHopelessAsync(token) is { } why
                ? ProbeResult.Hopeless($"{why} ({seen.Observation})")
                : seen;
        }
    }

    /// <summary>No proxy, no redirects: what answers has to be what listens on the port.</summary>
    internal static HttpClient NewClient(Uri address) =>
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
}
