namespace QualityGovernance.Platform.Observability;

/// <summary>How many requests are being answered.</summary>
public sealed class RequestCounter
{
    private readonly Lock _lock = new();
    private int _count;
    private TaskCompletionSource? _idle;

    public void Enter()
    {
        lock (_lock)
            _count++;
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (--_count == 0)
                _idle?.TrySetResult();
        }
    }

    /// <summary>Completes as soon as no request is in flight.</summary>
    public Task WhenIdle()
    {
        lock (_lock)
        {
            if (_count == 0)
                return Task.CompletedTask;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }
}
