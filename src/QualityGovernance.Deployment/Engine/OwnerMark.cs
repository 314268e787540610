using System.Diagnostics;
using System.Globalization;

namespace QualityGovernance.Deployment.Engine;

/// <summary>
/// Says which process owns something, so that another one can tell whether the owner is gone. A process id alone is not enough:
/// ids are given out again, and mean nothing on another machine or in another namespace.
/// </summary>
/// <param name="ProcessId">The owner's id.</param>
/// <param name="Started">When it started, as the system counts it; equal for equal processes.</param>
/// <param name="Place">The machine and process namespace in which the two mean something.</param>
internal sealed record OwnerMark(int ProcessId, string Started, string Place)
{
    public static OwnerMark Current { get; } = Of(Environment.ProcessId) ?? throw new InvalidOperationException("This process does not find itself.");

    public static OwnerMark? Of(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited ? null : new OwnerMark(processId, StartOf(process), ThisPlace());
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static OwnerMark? Parse(string? text) =>
        text?.Split('@') is [var id, var started, var place] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
            ? new OwnerMark(processId, started, place)
            : null;

    /// <summary>False only where it can be known: an owner from another place is never taken for dead.</summary>
    public bool MayBeAlive => Place != ThisPlace() || Of(ProcessId) == this;

    public override string ToString() => $"{ProcessId}@{Started}@{Place}";

    /// <summary>Field 22 of the process's stat file counts from boot and does not move with the clock.</summary>
    private static string StartOf(Process process)
    {
        var stat = $"/proc/{process.Id}/stat";
        if (!File.Exists(stat))
            return process.StartTime.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var fields = File.ReadAllText(stat).Split(") ", 2)[^1].Split(' ');
        return fields[0] is "Z" or "X" ? "dead" : fields[19];
    }

    private static string ThisPlace()
    {
        const string boot = "/proc/sys/kernel/random/boot_id";
        var machine = File.Exists(boot) ? File.ReadAllText(boot).Trim() : Environment.MachineName;
        var space = new FileInfo("/proc/self/ns/pid").LinkTarget ?? "";
        return machine + space.Replace("pid:", "-", StringComparison.Ordinal).Trim('[', ']').Replace("[", "", StringComparison.Ordinal);
    }
}
