namespace QualityGovernance.Deployment.Drills;

/// <summary>How a reset drill is made, and what it has to keep to.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="BackupsFolder">Where backups are kept; the sandbox's have a folder of their own in it.</param>
public sealed record DrillOptions(string Root, string BackupsFolder)
{
    /// <summary>Recovery time objective: from the destruction to the last verified answer.</summary>
    public required TimeSpan RecoveryTime { get; init; }

    /// <summary>Recovery point objective: how far back the newest recovered record may lie behind the newest that was acknowledged.</summary>
    public required TimeSpan RecoveryPoint { get; init; }

    /// <summary>How many records are written before the backup, each of which has to come back as it was.</summary>
    public int Markers { get; init; } = 20;
}
