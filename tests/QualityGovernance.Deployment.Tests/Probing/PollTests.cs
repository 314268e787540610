using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Tests.Probing;

public sealed class PollTests
{
    private readonly ManualTime time = new();

    [Fact]
    public async Task What_is_so_at_once_is_not_waited_for()
    {
        var looks = 0;

        var seen = await UntilAsync(_ => Result(ProbeResult.Ready($"look {++looks}")));

        seen.ShouldBe("look 1");
        looks.ShouldBe(1);
    }

    [Fact]
    public async Task It_looks_until_it_is_so()
    {
        var looks = 0;

        var seen = await UntilAsync(_ => Result(++looks < 4 ? ProbeResult.NotYet("starting") : ProbeResult.Ready("ready")));

        seen.ShouldBe("ready");
        looks.ShouldBe(4);
    }

    [Fact]
    public async Task After_the_deadline_it_says_what_it_saw_last()
    {
        var error = await Should.ThrowAsync<PollGaveUpException>(() => UntilAsync(_ =>
        {
            time.Advance(TimeSpan.FromSeconds(4));
            return Result(ProbeResult.NotYet("503 not_ready"));
        }));

        error.Message.ShouldBe("The service was not so within 10 s. Last seen: 503 not_ready");
    }

    [Fact]
    public async Task A_look_that_hangs_ends_with_the_deadline()
    {
        var error = await Should.ThrowAsync<PollGaveUpException>(() => UntilAsync(async cancellation =>
        {
            time.Advance(TimeSpan.FromSeconds(11));
            await Task.Delay(Timeout.Infinite, cancellation);
            return ProbeResult.Ready("never");
        }));

        error.LastObservation.ShouldBe("nothing was seen yet");
    }

    [Fact]
    public async Task It_stops_at_once_where_waiting_cannot_help()
    {
        var looks = 0;

        var error = await Should.ThrowAsync<PollGaveUpException>(() => UntilAsync(_ => Result(++looks < 2 ? ProbeResult.NotYet("starting") : ProbeResult.Hopeless("exited with 1"))));

        error.Message.ShouldBe("The service cannot become so any more: exited with 1");
        looks.ShouldBe(2);
    }

    [Fact]
    public async Task Cancellation_is_not_mistaken_for_the_deadline()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new Poll(time).UntilAsync(
            "The service",
            _ => Result(ProbeResult.NotYet("starting")),
            TimeSpan.FromSeconds(10),
            TimeSpan.FromSeconds(1),
            cancellation: cancelled.Token));
    }

    [Fact]
    public async Task An_observation_is_told_once_until_it_changes()
    {
        var looks = 0;
        var told = new List<string>();

        await UntilAsync(_ => Result(++looks < 4 ? ProbeResult.NotYet("starting") : ProbeResult.Ready("ready")), told.Add);

        told.ShouldBe(["starting", "ready"]);
    }

    private Task<string> UntilAsync(Func<CancellationToken, Task<ProbeResult>> probe, Action<string>? seen = null) =>
        new Poll(time).UntilAsync("The service", probe, TimeSpan.FromSeconds(10), TimeSpan.Zero, seen);

    private static Task<ProbeResult> Result(ProbeResult result) => Task.FromResult(result);
}
