using System.Diagnostics;
using System.Globalization;

namespace QualityGovernance.Testing.Engine;

/// <summary>Labels on everything the tests make, so that what a killed run left behind can be told from what another run is using.</summary>
public static class Ownership
{
    public const string Project = "qgp.project";
    public const string Purpose = "qgp.purpose";
    public const string OwnerPid = "qgp.owner-pid";
    public const string OwnerStart = "qgp.owner-start";
    public const string OwnerMachine = "qgp.owner-machine";

    public static IReadOnlyDictionary<string, string> Labels { get; } = LabelsOf(Process.GetCurrentProcess());

    public static IReadOnlyDictionary<string, string> LabelsOf(Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return new Dictionary<string, string>
        {
            [Project] = "quality-governance",
            [Purpose] = "test",
            [OwnerPid] = process.Id.ToString(CultureInfo.InvariantCulture),
            [OwnerStart] = StartOf(process),
            [OwnerMachine] = Environment.MachineName,
        };
    }

    /// <summary>Removes the containers of runs on this machine whose process is gone; answers with their ids.</summary>
    public static async Task<IReadOnlyList<string>> SweepAsync()
    {
        var (found, list) = await EngineCommand.RunAsync(
            "ps", "--all", "--no-trunc", "--filter", $"label={Project}=quality-governance", "--filter", $"label={Purpose}=test", "--filter", $"label={OwnerMachine}={Environment.MachineName}",
            "--format", $"{{{{.ID}}}} {{{{.Label \"{OwnerPid}\"}}}} {{{{.Label \"{OwnerStart}\"}}}}");
        if (!found) throw new InvalidOperationException($"The containers of earlier test runs can't be listed: {list}");

        var removed = new List<string>();
        foreach (var container in list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')))
        {
            if (container is not [var id, var pid, var start] || IsAlive(pid, start)) continue;
            // Another run may sweep at the same time: gone is gone.
            if ((await EngineCommand.RunAsync("rm", "--force", "--volumes", id)).Succeeded) removed.Add(id);
        }

        return removed;
    }

    private static bool IsAlive(string pid, string start)
    {
        if (!int.TryParse(pid, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return StartOf(process) == start; // else the number was given to another process since
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string StartOf(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
