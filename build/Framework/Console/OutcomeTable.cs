using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>The summary: one row for each planned target, in order. Targets without actions have none.</summary>
internal static class OutcomeTable
{
    // Columns are padded with no-break spaces: build servers collapse ordinary ones.
    private const char Padding = '\u00a0';
    private const int StatusWidth = 10;
    private const int DurationWidth = 10;

    public static void Write(IReadOnlyCollection<ExecutableTarget> plan)
    {
        var nameWidth = Math.Max(plan.Max(x => x.Name.Length) + 4, 19);
        var width = nameWidth + StatusWidth + DurationWidth;
        Host.WriteBlank();
        BuildConsole.Line('═'.Repeat(width));
        BuildConsole.Line(Tone.Information, Row("Target", "Status", "Duration"));
        BuildConsole.Line('─'.Repeat(width));
        foreach (var target in plan.Where(x => x.Status != ExecutionStatus.Collective))
            BuildConsole.Line(ToneOf(target.Status), Row(target.Name, target.Status.ToString(), DurationOf(target)) + RemarkOf(target));
        BuildConsole.Line('─'.Repeat(width));
        BuildConsole.Line(Tone.Information, Row("Total", string.Empty, Format(plan.Aggregate(TimeSpan.Zero, (sum, x) => sum + x.Duration))));
        BuildConsole.Line('═'.Repeat(width));

        string Row(string name, string status, string duration) =>
            name.PadRight(nameWidth, Padding) + status.PadRight(StatusWidth, Padding) + duration.PadLeft(DurationWidth, Padding);
    }

    private static string DurationOf(ExecutableTarget target) =>
        target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted ? Format(target.Duration) : string.Empty;

    private static string Format(TimeSpan duration) =>
        duration < TimeSpan.FromSeconds(1) ? "< 1sec" : $"{(int)duration.TotalMinutes}:{duration.Seconds:00}";

    private static string RemarkOf(ExecutableTarget target) =>
        target.SummaryInformation.Count == 0 ? string.Empty : $"   // {target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}").JoinCommaSpace()}";

    private static Tone ToneOf(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Succeeded => Tone.Success,
        ExecutionStatus.Failed => Tone.Error,
        ExecutionStatus.Aborted or ExecutionStatus.NotRun => Tone.Warning,
        _ => Tone.Dim,
    };
}
