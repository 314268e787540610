using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Scanning;

/// <summary>Ends a scan the same way for all of them: tool, version and age of its data on record, every finding in the log, and what may not stand fails the step.</summary>
/// <param name="kind">Whose allowances count.</param>
/// <param name="allowed">What may be found.</param>
/// <param name="threshold">The lowest severity that fails.</param>
/// <param name="time">An allowance can be over.</param>
internal sealed class ScanConclusion(ScanKind kind, AllowList allowed, Severity threshold, TimeProvider time)
{
    /// <summary>Who scans. Told before the work, so that it is on record also where the scan cannot tell.</summary>
    /// <param name="context">Of the step.</param>
    /// <param name="tool">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="dataAge">How old what it knows is, in words.</param>
    public static void Tell(StepContext context, string tool, string version, string dataAge)
    {
        context.Observe("tool", tool);
        context.Observe("tool-version", version);
        context.Observe("data-age", dataAge);
    }

    /// <exception cref="StepFailedException">Something was found that is bad enough and not allowed.</exception>
    public void Conclude(StepContext context, IReadOnlyList<Finding> findings)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (current, over) = (allowed.Of(kind).Where(one => !IsOver(one, today)).ToList(), allowed.Of(kind).Where(one => IsOver(one, today)).ToList());
        var standing = findings.Where(finding => !current.Any(one => one.Covers(finding))).ToList();
        var bad = standing.Where(finding => finding.Severity.Reaches(threshold)).ToList();
        foreach (var finding in findings)
            context.Log($"{(bad.Contains(finding) ? "Found" : standing.Contains(finding) ? "Below the threshold" : "Allowed")}: {finding}");
        foreach (var one in over)
            context.Warn($"{AllowList.FileName}: the allowance of {one} ended on {one.Expires:yyyy-MM-dd}.");
        foreach (var one in current.Where(one => !findings.Any(one.Covers)))
            context.Warn($"{AllowList.FileName}: nothing needs the allowance of {one} any more. Remove it.");
        context.Observe("threshold", threshold);
        context.Observe("findings", bad.Count);
        context.Observe("findings-below-threshold", standing.Count - bad.Count);
        context.Observe("findings-allowed", findings.Count - standing.Count);
        context.Say($"{bad.Count} findings, {standing.Count - bad.Count} below the threshold, {findings.Count - standing.Count} allowed");
        if (bad.Count > 0)
            throw new StepFailedException($"{bad.Count} finding{(bad.Count == 1 ? "" : "s")} from {threshold} on. The first: {bad[0]}", [.. bad.Skip(1).Select(finding => finding.ToString())]);
    }

    private static bool IsOver(Allowance one, DateOnly today) => one.Expires is { } last && last < today;
}
