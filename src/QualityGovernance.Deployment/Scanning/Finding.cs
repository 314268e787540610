namespace QualityGovernance.Deployment.Scanning;

/// <summary>Something that a scan found. Never holds the value of a secret.</summary>
/// <param name="Rule">The rule, the advisory or the item of the benchmark.</param>
/// <param name="Where">File, layer, package or container. A line number stands in <paramref name="What"/>, so that an allowance outlives edits above it.</param>
/// <param name="What">In words.</param>
/// <param name="Severity">How bad.</param>
internal sealed record Finding(string Rule, string Where, string What, Severity Severity)
{
    public override string ToString() => $"{Where}: {What} ({Rule}, {(Severity == Severity.Unstated ? "severity not stated" : Severity)})";
}
