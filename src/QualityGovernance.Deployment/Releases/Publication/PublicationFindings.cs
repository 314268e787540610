namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>What earlier steps of a publication found out for later ones.</summary>
internal sealed class PublicationFindings
{
    public RehearsedImage? Rehearsed { get; set; }

    public string Commit { get; set; } = "";

    /// <summary>The release is there already, with this very image.</summary>
    public bool IsPublished { get; set; }

    /// <summary>By digest, where a registry has it.</summary>
    public string? Reference { get; set; }

    public string? ArchiveSha256 { get; set; }

    public RehearsedImage RequireRehearsed() => Rehearsed ?? throw new InvalidOperationException("The release has not been checked yet.");
}
