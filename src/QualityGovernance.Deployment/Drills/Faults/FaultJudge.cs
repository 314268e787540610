using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>What is demanded of every cell of the matrix, whatever the fault. Judges what was seen, and does nothing.</summary>
internal static class FaultJudge
{
    /// <summary>What a shell says of a process that SIGKILL ended.</summary>
    private const int Killed = 137;

    /// <returns>A sentence for everything that is not as demanded.</returns>
    public static IReadOnlyList<string> Complaints(FaultSighting seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var step = seen.Cell.Step;
        if (!seen.Struck)
            return [$"The fault met nothing: {step} made no such call. Strike elsewhere, or declare the cell as one that does not apply, with the reason."];
        return
        [
            .. seen.Record is null ? ["The procedure left no receipts."]
                : seen.Cell.Kind == FaultKind.KilledBuild ? OfKilled(seen, seen.Record)
                : seen.EndedWell ? OfGoodEnd(seen, seen.Record)
                : OfFailure(seen, seen.Record),
            .. Afterwards(seen),
        ];
    }

    private static IEnumerable<string> OfKilled(FaultSighting seen, RunRecord record)
    {
        if (seen.ExitCode != Killed)
            yield return $"The killed process ended with exit code {seen.ExitCode}.";
        foreach (var problem in record.Problems)
            yield return $"The receipts are not whole: {problem}";
        if (record.IsFinished)
            yield return "The record of the killed process has a seal.";
        if (Next(record) is { } next && next != seen.Cell.Step)
            yield return $"The receipts say that it was at work on {next} when it was killed, and not on {seen.Cell.Step}.";
    }

    /// <summary>The first step that was announced and has no receipt.</summary>
    private static string? Next(RunRecord record) =>
        record.Start?.Observations.GetValueOrDefault(Gate.ExpectedSteps)?.Split(' ').FirstOrDefault(name => record.Step(name) is null) ?? "its end";

    private static IEnumerable<string> OfGoodEnd(FaultSighting seen, RunRecord record)
    {
        if (FaultExemptions.WhyTolerated(seen.Cell) is null)
            yield return $"{seen.Cell.Step} ended well in spite of the fault, and nobody has declared why that may be.";
        foreach (var problem in record.Problems)
            yield return $"The receipts are not whole: {problem}";
    }

    private static IEnumerable<string> OfFailure(FaultSighting seen, RunRecord record)
    {
        if (seen.ExitCode == 0)
            yield return "The procedure failed and ended with exit code 0.";
        if (!record.IsFinished)
            yield return "The record has no seal.";
        foreach (var problem in record.Problems)
            yield return $"The receipts are not whole: {problem}";
        if (seen.Failed?.Name != seen.Cell.Step)
            yield return $"The receipts name {seen.Failed?.Name ?? "no step"} as the one that failed, and the fault was in {seen.Cell.Step}.";
        var lines = seen.Text.Split('\n');
        if (!lines.Any(line => line.Contains($"] {seen.Cell.Step} {Outcome.Failed.Word()}", StringComparison.Ordinal)))
            yield return $"The console does not say that {seen.Cell.Step} failed.";
        if (!lines.Any(line => line.Contains("Cause: ", StringComparison.Ordinal)))
            yield return "The console does not name a cause.";
        if (!lines.Any(line => line.Contains("Next: ", StringComparison.Ordinal) || line.Contains("Bring it back: ", StringComparison.Ordinal)))
            yield return "The console does not say what to type next.";
        if (seen.Recovery is { } recovery && !seen.Text.Contains(recovery.Split(' ')[0], StringComparison.Ordinal))
            yield return $"{recovery} was needed, and the console did not say so.";
    }

    private static IEnumerable<string> Afterwards(FaultSighting seen)
    {
        if (seen.Recovery is { } recovery && seen.RecoveryExitCode != 0)
            yield return $"{recovery} ended with exit code {seen.RecoveryExitCode}.";
        foreach (var thing in seen.Remains)
            yield return $"Left behind: {thing}.";
        // What a procedure serves that has ended well is what it was asked for.
        if (!seen.EndedWell && seen.ServedAfter != seen.ServedBefore && !seen.MayServe.Contains(seen.ServedAfter))
            yield return $"Before, {seen.ServedBefore} was served, and now {seen.ServedAfter}.";
        foreach (var bystander in seen.Bystanders)
            yield return $"A bystander was touched: {bystander}.";
    }
}
