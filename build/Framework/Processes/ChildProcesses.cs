using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>The processes this build has started and not yet seen end; they end with the build when it is interrupted.</summary>
internal static class ChildProcesses
{
    private static readonly ConcurrentDictionary<ToolProcess, byte> s_running = new();

    public static void Add(ToolProcess process) => s_running.TryAdd(process, 0);

    public static void Remove(ToolProcess process) => s_running.TryRemove(process, out _);

    /// <summary>Asks all of them to end, and kills those that have not within the limit.</summary>
    public static void EndAll(TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        var running = s_running.Keys.ToList();
        running.ForEach(x => x.Terminate());
        foreach (var process in running)
        {
            var left = limit - clock.Elapsed;
            if (!process.WaitForEnd(left > TimeSpan.Zero ? left : TimeSpan.Zero))
                process.Kill();
        }
    }
}
