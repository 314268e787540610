using System.Collections.Concurrent;

namespace QualityGovernance.Deployment.Probing.Load;

/// <summary>
/// Sends requests at a fixed rate until it is told to stop, and counts what did not get its right answer. Nothing is ever sent again by it: a request that fails has failed.
/// (The HTTP client below repeats a request that has no body when a connection that it used before turns out to be closed, as every client does; one with a body it does not.)
/// </summary>
/// <param name="plan">What, where to and how often.</param>
/// <param name="time">The clock of the rate.</param>
internal sealed class LoadDriver(LoadPlan plan, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(5);

    /// <summary>Well below the time after which servers close idle connections, so that none is closed in the moment in which it is used again.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, long> counts = new();
    private readonly ConcurrentQueue<LoadFailure> failures = new();
    private readonly ConcurrentQueue<TimeSpan> latencies = new();
    private readonly ConcurrentDictionary<long, Task> inFlight = new();
    private readonly LoadRequest[] wheel = Wheel(plan.Mix);
    private readonly HttpClient kept = Client(plan, connectionLifetime: null);
    private readonly HttpClient fresh = Client(plan, connectionLifetime: TimeSpan.Zero);
    private long began;
    private long sent;
    private Task? work;

    /// <summary>How many were due until now.</summary>
    public long Sent => Interlocked.Read(ref sent);

    public int Failed => failures.Count;

    public void Start()
    {
        began = time.GetTimestamp();
        work = SendAsync();
    }

    /// <summary>Sends nothing more, and waits for the answers that are due.</summary>
    public async Task<LoadReport> StopAsync()
    {
        await stopping.CancelAsync();
        await (work ?? throw new InvalidOperationException("The load was never started."));
        await Task.WhenAll(inFlight.Values);
        return new LoadReport(Sent, counts.ToDictionary(), [.. failures.OrderBy(failure => failure.At)], [.. latencies.Order()], time.GetElapsedTime(began));
    }

    public async ValueTask DisposeAsync()
    {
        if (work is not null)
            await StopAsync();
        kept.Dispose();
        fresh.Dispose();
        stopping.Dispose();
    }

    private async Task SendAsync()
    {
        using var beats = new PeriodicTimer(Beat, time);
        do
        {
            for (var due = (long)(time.GetElapsedTime(began).TotalSeconds * plan.Rate); Sent < due;)
                Send(Interlocked.Increment(ref sent));
        }
        while (await NextAsync(beats));
    }

    private async Task<bool> NextAsync(PeriodicTimer beats)
    {
        try
        {
            return await beats.WaitForNextTickAsync(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Send(long number)
    {
        var request = wheel[number % wheel.Length];
        counts.AddOrUpdate(request.Name, 1, (_, count) => count + 1);
        if (inFlight.Count >= plan.MostInFlight)
        {
            Fail(request, $"It was not sent: {plan.MostInFlight} others were waiting for their answers.");
            return;
        }

        var task = Task.Run(() => OneAsync(request, number));
        inFlight[number] = task;
        _ = task.ContinueWith(_ => inFlight.TryRemove(number, out var _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task OneAsync(LoadRequest request, long number)
    {
        var start = time.GetTimestamp();
        try
        {
            using var message = request.New(number);
            using var response = await (request.OnNewConnection ? fresh : kept).SendAsync(message);
            var wrong = request.Judge(await JsonAnswer.ReadAsync(response, CancellationToken.None));
            latencies.Enqueue(time.GetElapsedTime(start));
            if (wrong is not null)
                Fail(request, wrong);
        }
        catch (HttpRequestException e)
        {
            Fail(request, $"{e.HttpRequestError}: {e.Message}{(e.InnerException is { } inner ? $" ({inner.Message})" : "")}");
        }
        catch (IOException e)
        {
            Fail(request, $"The answer broke off: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            Fail(request, $"No answer within {plan.Patience.TotalSeconds:0} s.");
        }
    }

    private void Fail(LoadRequest request, string what) => failures.Enqueue(new LoadFailure(time.GetElapsedTime(began), request.Name, what));

    private static HttpClient Client(LoadPlan plan, TimeSpan? connectionLifetime)
    {
        var handler = plan.NewHandler();
        handler.PooledConnectionLifetime = connectionLifetime ?? Timeout.InfiniteTimeSpan;
        handler.PooledConnectionIdleTimeout = Idle;
        return new HttpClient(handler) { BaseAddress = plan.Address, Timeout = plan.Patience };
    }

    /// <summary>Each kind as often as its weight says, spread over the turn and in the same order every time.</summary>
    private static LoadRequest[] Wheel(IReadOnlyList<LoadRequest> mix) =>
    [
        .. mix.SelectMany(request => Enumerable.Range(0, request.Weight).Select(turn => (Request: request, At: (turn + 0.5) / request.Weight)))
            .OrderBy(place => place.At)
            .ThenBy(place => place.Request.Name, StringComparer.Ordinal)
            .Select(place => place.Request),
    ];
}
