using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>What earlier steps of a publication found out for later ones.</summary>
internal sealed class PublicationFindings
{
    public RehearsedImage? Rehearsed { get; set; }

    /// <summary>The run that publishes.</summary>
    public RunId? Publication { get; set; }

    public string Commit { get; set; } = "";

    /// <summary>The image's last migration.</summary>
    public string SchemaHead { get; set; } = "";

    /// <summary>The release as it was written down before, with this very image; null where it is new.</summary>
    public ReleaseManifest? Existing { get; set; }

    /// <summary>By digest, where a registry has it.</summary>
    public string? Reference { get; set; }

    public string? ArchiveSha256 { get; set; }

    public RehearsedImage RequireRehearsed() => Rehearsed ?? throw new InvalidOperationException("The release has not been checked yet.");

    public RunId RequirePublication() => Publication ?? throw new InvalidOperationException("The publication has not begun yet.");

    /// <summary>Whether the release is already where it is to be published to. It may be in the other place alone.</summary>
    public bool IsThere(PublicationOptions options) => (options.Registry is null ? Existing?.Archive : Existing?.Reference) is not null;
}
