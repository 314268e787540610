using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>What was built, in the words in which the running service has to name itself.</summary>
/// <param name="Version">As in the version of the product.</param>
/// <param name="Commit">The commit it was built from.</param>
/// <param name="BuildId">New for every build.</param>
/// <param name="ImageId"><c>sha256:...</c>, or null where no image was built.</param>
public sealed record BuiltProduct(string Version, string Commit, string BuildId, string? ImageId)
{
    /// <summary>Of the image, the lowest first; empty where no image was built.</summary>
    public IReadOnlyList<ImageLayer> Layers { get; init; } = [];

    /// <summary>Of the image, all its layers together.</summary>
    public long SizeBytes { get; init; }
}
