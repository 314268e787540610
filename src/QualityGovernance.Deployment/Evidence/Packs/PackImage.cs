using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>The image that was rehearsed.</summary>
/// <param name="Facts">Id, base, serving image, budget.</param>
/// <param name="Size">All its layers together.</param>
/// <param name="Layers">That hold something, the lowest first.</param>
public sealed record PackImage(IReadOnlyList<NamedFact> Facts, Fact<ImageSize> Size, Fact<IReadOnlyList<ImageLayer>> Layers);
