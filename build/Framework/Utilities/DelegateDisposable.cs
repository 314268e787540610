namespace Nuke.Common.Utilities;

/// <summary>Brackets a block: something done on entry, something done on the way out.</summary>
public sealed class DelegateDisposable : IDisposable
{
    private readonly Action _cleanup;

    private DelegateDisposable(Action cleanup) => _cleanup = cleanup;

    public static IDisposable CreateBracket(Action setup = null, Action cleanup = null)
    {
        setup?.Invoke();
        return new DelegateDisposable(cleanup);
    }

    public static IDisposable CreateBracket<T>(Func<T> setup, Action<T> cleanup)
    {
        var state = setup();
        return new DelegateDisposable(() => cleanup(state));
    }

    public void Dispose() => _cleanup?.Invoke();
}
