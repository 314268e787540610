namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>What is published, and where to.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="RunsFolder">Where the rehearsals are recorded.</param>
/// <param name="Tag">The name of the release.</param>
/// <param name="Registry">host:port/path; null for an archive.</param>
/// <param name="AllowStandInBase">Whether an image on base images of our own making may be released.</param>
public sealed record PublicationOptions(string Root, string RunsFolder, ReleaseTag Tag, string? Registry, bool AllowStandInBase)
{
    /// <summary>Whether a release that no trusted key signs is refused.</summary>
    public bool RequireSignature { get; init; }

    internal const string Product = "quality-governance";

    internal const string ArchiveName = "image.tar";

    /// <summary>What the release is called on this engine.</summary>
    internal string LocalName => $"{Product}:{Tag}";

    /// <summary>What the release is called in the registry.</summary>
    internal string RemoteName => $"{Repository}:{Tag}";

    /// <summary>Where the registry keeps all releases.</summary>
    internal string Repository => $"{Registry!.TrimEnd('/')}/{Product}";

    /// <summary>The publication to type again, as it was asked for.</summary>
    internal string Again => $"./build.sh Publish --tag {Tag}{(Registry is null ? "" : $" --registry {Registry}")}{(AllowStandInBase ? " --allow-stand-in-base" : "")}{(RequireSignature ? " --require-signature" : "")}";
}
