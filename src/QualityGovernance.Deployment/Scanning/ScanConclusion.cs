using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Scanning.Waivers;

namespace QualityGovernance.Deployment.Scanning;

/// <summary>Ends a scan the same way for all of them: tool, version and age of its data on record, every finding in the log, and what may not stand fails the step.</summary>
/// <param name="kind">Whose allowances count.</param>
/// <param name="allowed">What may be found.</param>
/// <param name="waivers">What may be found for a while.</param>
/// <param name="threshold">The lowest severity that fails.</param>
/// <param name="time">An allowance can be over.</param>
internal sealed class ScanConclusion(ScanKind kind, AllowList allowed, WaiverUse waivers, Severity threshold, TimeProvider time)
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

    /// <exception cref="StepFailedException">Something was found that is bad enough, and neither allowed nor waived.</exception>
    public void Conclude(StepContext context, IReadOnlyList<Finding> findings)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (current, over) = (allowed.Of(kind).Where(one => !IsOver(one, today)).ToList(), allowed.Of(kind).Where(one => IsOver(one, today)).ToList());
        var standing = findings.Where(finding => !current.Any(one => one.Covers(finding))).ToList();
        var waived = standing.Where(finding => finding.Severity.Reaches(threshold) && waivers.For(finding) is not null).ToList();
        var bad = standing.Where(finding => finding.Severity.Reaches(threshold) && !waived.Contains(finding)).ToList();
        foreach (var finding in findings.Where(finding => !waived.Contains(finding)))
            context.Log($"{(bad.Contains(finding) ? "Found" : standing.Contains(finding) ? "Below the threshold" : "Allowed")}: {finding}");
        Waive(context, waived);
        foreach (var one in over)
            context.Warn($"{AllowList.FileName}: the allowance of {one} ended on {one.Expires:yyyy-MM-dd}.");
        foreach (var one in current.Where(one => !findings.Any(one.Covers)))
            context.Warn($"{AllowList.FileName}: nothing needs the allowance of {one} any more. Remove it.");
        context.Observe("threshold", threshold);
        context.Observe("findings", bad.Count);
        context.Observe("findings-below-threshold", standing.Count - bad.Count - waived.Count);
        context.Observe("findings-allowed", findings.Count - standing.Count);
        context.Observe("findings-waived", waived.Count);
        context.Say($"{bad.Count} findings, {standing.Count - bad.Count - waived.Count} below the threshold, {findings.Count - standing.Count} allowed, {waived.Count} waived");
        if (bad.Count > 0)
            throw new StepFailedException($"{bad.Count} finding{(bad.Count == 1 ? "" : "s")} from {threshold} on. The first: {bad[0]}", [.. bad.Skip(1).Select(finding => finding.ToString())]);
    }

    /// <summary>A waiver hides nothing: what it covers is in the log, on the console and in the receipt, with its reason.</summary>
    private void Waive(StepContext context, List<Finding> waived)
    {
        foreach (var (finding, number) in waived.Select((finding, index) => (finding, index + 1)))
        {
            var waiver = waivers.For(finding)!;
            waivers.Count(waiver);
            context.Warn($"Waived: {finding}. {waiver.Reason.TrimEnd('.')}. By {waiver.By}, until {waiver.Until:yyyy-MM-dd}");
            context.Observe($"waived {number:00}", $"{finding}. {waiver.Reason.TrimEnd('.')}. By {waiver.By}, until {waiver.Until:yyyy-MM-dd}");
        }
    }

    private static bool IsOver(Allowance one, DateOnly today) => one.Expires is { } last && last < today;
}
