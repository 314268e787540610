using System.Globalization;

namespace QualityGovernance.Deployment.Runs;

/// <summary>How the end of a step is told on the console.</summary>
internal static class FailureText
{
    public static void Report(
        IRunConsole console,
        Func<string, string> mask,
        string title,
        Receipt receipt,
        StepFailedException? failure,
        IReadOnlyList<string> seen,
        string logPath)
    {
        var outcome = receipt.Outcome ?? Outcome.Unknown;
        var level = outcome switch
        {
            Outcome.Passed => RunLevel.Good,
            Outcome.Failed => RunLevel.Error,
            _ => RunLevel.Warning,
        };
        console.Line(level, $"{title} {outcome.Word()} ({Seconds(receipt.Duration)})");
        if (failure is null)
            return;
        console.Line(RunLevel.Error, mask($"  Cause: {failure.Message}"));
        foreach (var line in seen)
            console.Line(RunLevel.Error, mask($"    | {line}"));
        console.Line(RunLevel.Error, $"  Evidence: {logPath}");
        if (failure.NextCommand is { } next)
            console.Line(RunLevel.Error, mask($"  Next: {next}"));
    }

    public static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
