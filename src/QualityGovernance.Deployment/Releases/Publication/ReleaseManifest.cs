namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>What a release is: the image that was rehearsed, under a name. Stands in <c>release.json</c>.</summary>
public sealed record ReleaseManifest
{
    /// <summary>For example v1.0.0.</summary>
    public required string Tag { get; init; }

    /// <summary>As the image says it itself.</summary>
    public required string Version { get; init; }

    public required string Commit { get; init; }

    /// <summary>What the running service has to answer.</summary>
    public required string BuildId { get; init; }

    /// <summary>What the engine that rehearsed it calls it, <c>sha256:...</c>: the hash of its configuration, or of its manifest where an engine keeps images as registries do.</summary>
    public required string ImageId { get; init; }

    /// <summary>Official or stand-in.</summary>
    public required string BaseKind { get; init; }

    /// <summary>The rehearsal that this very image passed.</summary>
    public required string RehearsalRun { get; init; }

    /// <summary>The last migration of the image, as its own program says. Null in records from before this was written down.</summary>
    public string? SchemaHead { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Where a registry serves it, by digest: <c>host/repository@sha256:...</c>. Null where none does.</summary>
    public string? Reference { get; init; }

    /// <summary>Name of the archive beside this file. Null where there is none. A release may be in a registry and in an archive.</summary>
    public string? Archive { get; init; }

    public string? ArchiveSha256 { get; init; }

    /// <summary>Of the checksums of the delivered files, beside this file. Null for a release that was published without.</summary>
    public string? ChecksumsSha256 { get; init; }
}
