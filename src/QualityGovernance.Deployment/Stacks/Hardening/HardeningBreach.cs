namespace QualityGovernance.Deployment.Stacks.Hardening;

/// <summary>A rule that something does not keep.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Where">The container, or the file.</param>
/// <param name="What">What breaks it.</param>
internal sealed record HardeningBreach(string Rule, string Where, string What)
{
    public override string ToString() => $"{Where}: {What} ({Rule})";
}
