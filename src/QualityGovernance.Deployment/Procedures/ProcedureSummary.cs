using QualityGovernance.Deployment.Evidence;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Procedures;

/// <summary>The last lines of a procedure on the console.</summary>
internal static class ProcedureSummary
{
    public static void Print(IRunConsole console, RunReport report, IReadOnlyList<string> files, string? nextCommand)
    {
        foreach (var change in report.Changes)
            console.Line(RunLevel.Detail, $"  Since {report.Previous!.Run.Id}: {change.What}: {change.Before} -> {change.Now}");
        foreach (var reason in report.Verdict.Reasons)
            console.Line(RunLevel.Warning, "  " + reason);
        var level = report.Verdict.Judgement switch
        {
            Judgement.Passed => RunLevel.Good,
            Judgement.Incomplete => RunLevel.Warning,
            _ => RunLevel.Error,
        };
        console.Line(level, $"{report.Title}: {report.Verdict.Word} ({(report.Ended - report.Started).TotalSeconds:0.0} s)");
        console.Line(RunLevel.Normal, $"  Report: {files[^1]}");
        console.Line(RunLevel.Normal, $"  Verify: {report.VerifyCommand}");
        if (nextCommand is not null && report.Verdict.Judgement == Judgement.Failed)
            console.Line(RunLevel.Normal, $"  Next: {nextCommand}");
    }
}
