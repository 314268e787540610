namespace QualityGovernance.Deployment.Probing.Load;

/// <summary>A request that did not get its right answer.</summary>
/// <param name="At">Since the load began.</param>
/// <param name="Request">Its kind.</param>
/// <param name="What">What happened instead, in one sentence.</param>
internal sealed record LoadFailure(TimeSpan At, string Request, string What)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{At.TotalSeconds:0.00} s, {Request}: {What}");
}
