namespace QualityGovernance.Deployment.Evidence.Packs;

/// <param name="Bytes">Of all layers together.</param>
public sealed record ImageSize(long Bytes);
