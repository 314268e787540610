using System.Diagnostics;

namespace Bench.Startup;

/// <summary>Wall-clock times of the same thing done several times.</summary>
internal sealed record Measurement(TimeSpan Median, TimeSpan Least, TimeSpan Most)
{
    public static Measurement Of(int times, Action prepare, Action measured)
    {
        var results = new List<TimeSpan>();
        for (var i = 0; i < times; i++)
        {
            prepare();
            var watch = Stopwatch.StartNew();
            measured();
            results.Add(watch.Elapsed);
        }
        results.Sort();
        return new Measurement(results[results.Count / 2], results[0], results[^1]);
    }
}
