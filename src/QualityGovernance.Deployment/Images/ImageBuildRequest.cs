namespace QualityGovernance.Deployment.Images;

/// <summary>One image to build.</summary>
/// <param name="Repository">The directory that holds the Dockerfile.</param>
/// <param name="Tag">What the image is called.</param>
/// <param name="Bases">What it stands on.</param>
/// <param name="Version">Of the release.</param>
/// <param name="Commit">The sources, with a mark where they are not as committed.</param>
/// <param name="BuildId">This one build: what answers later is checked against it.</param>
public sealed record ImageBuildRequest(string Repository, string Tag, BaseImageSet Bases, string Version, string Commit, string BuildId)
{
    /// <summary>Relative to the repository.</summary>
    public string Dockerfile { get; init; } = "Dockerfile";

    /// <summary>Takes layers of earlier builds where their inputs are the same. Otherwise everything is made anew.</summary>
    public bool Cached { get; init; }

    /// <summary>On top of those that the Dockerfile sets.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Further build arguments, beside those that every build of the product has.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(15);
}
