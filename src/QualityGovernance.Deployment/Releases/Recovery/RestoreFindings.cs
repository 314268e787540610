namespace QualityGovernance.Deployment.Releases.Recovery;

/// <summary>How far a restore has come: what has to be undone is read from here.</summary>
internal sealed class RestoreFindings
{
    /// <summary>The last migration that the serving release knows.</summary>
    public string? Head { get; set; }

    public bool Stopped { get; set; }

    /// <summary>The database that was restored beside the one that is served.</summary>
    public string? Restored { get; set; }

    /// <summary>The name under which the database that was served before is kept.</summary>
    public string? Kept { get; set; }
}
