using System.Diagnostics;

namespace QualityGovernance.Platform.Tests.Support;

internal static class Wait
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <summary>Asks until the answer is the right one; fails with the last one when time runs out.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isRight, string what)
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Interval);
        while (true)
        {
            var last = await ask();
            if (isRight(last))
                return last;
            if (watch.Elapsed > Limit)
                throw new TimeoutException($"{what}: not within {Limit.TotalSeconds:0} s. Last seen: {last}");
            await timer.WaitForNextTickAsync();
        }
    }
}
