using Microsoft.Extensions.Hosting;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Platform.Observability;

/// <summary>
/// The way out. From the signal on, readiness says no; the server goes on answering until the balancer has been told (or had the
/// time to ask) and the requests in flight are done; all of it bounded, inside the 30 s that the stack files give it. (An engine that was told nothing kills after 10 s.)
/// </summary>
public sealed class Drain : IHostedLifecycleService
{
    /// <summary>For the whole stop of the host.</summary>
    internal static readonly TimeSpan HostLimit = TimeSpan.FromSeconds(29);

    private static readonly TimeSpan InFlightLimit = TimeSpan.FromSeconds(25);

    /// <summary>Where a balancer may stand in front; a laptop need not wait for one.</summary>
    private static readonly TimeSpan GuardedAnnouncement = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _announced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RequestCounter _requests;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _announcement;
    private volatile bool _isDraining;

    public Drain(QgpSettings settings, RequestCounter requests, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _requests = requests;
        _clock = clock;
        _announcement = settings.Environment.IsGuarded() ? GuardedAnnouncement : TimeSpan.Zero;
    }

    public bool IsDraining => _isDraining;

    /// <summary>Readiness was asked and said no.</summary>
    public void Announced() => _announced.TrySetResult();

    /// <summary>Runs before the server stops listening.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isDraining = true;
        await Within(_announcement, _announced.Task, cancellationToken);
        await Within(InFlightLimit, _requests.WhenIdle(), cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Running out of time is one of the two expected ends.</summary>
    private async Task Within(TimeSpan limit, Task awaited, CancellationToken cancellationToken) =>
        await awaited.WaitAsync(limit, _clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
