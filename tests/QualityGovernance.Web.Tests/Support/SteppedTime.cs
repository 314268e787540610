namespace QualityGovernance.Web.Tests.Support;

/// <summary>Time that stands still until a test moves it on, for whoever waits with one timer.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _passed;
    private SteppedTimer? _timer;

    public bool HasTimer
    {
        get
        {
            lock (_gate) return _timer is not null;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return DateTimeOffset.UnixEpoch + _passed;
    }

    public void Advance(TimeSpan by)
    {
        SteppedTimer? due = null;
        lock (_gate)
        {
            _passed += by;
            if (_timer is { } timer && _passed >= timer.DueAt) (due, timer.DueAt) = (timer, timer.DueAt + timer.Period);
        }

        due?.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_timer is not null) throw new InvalidOperationException("A second timer was asked for, and this time has one.");
            return _timer = new SteppedTimer(() => callback(state), _passed + dueTime, period);
        }
    }

    private sealed class SteppedTimer(Action ring, TimeSpan dueAt, TimeSpan period) : ITimer
    {
        public TimeSpan DueAt { get; set; } = dueAt;

        public TimeSpan Period { get; } = period;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("Nobody changes it.");

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
