namespace QualityGovernance.Deployment.Engine;

/// <summary>One layer of an image.</summary>
/// <param name="Bytes">What it adds.</param>
/// <param name="CreatedBy">The instruction that made it; empty where the engine knows none, as for an imported base.</param>
public sealed record ImageLayer(long Bytes, string CreatedBy);
