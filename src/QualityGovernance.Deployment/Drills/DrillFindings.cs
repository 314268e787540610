using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Images;

namespace QualityGovernance.Deployment.Drills;

/// <summary>What earlier steps of a drill found out for later ones.</summary>
internal sealed class DrillFindings
{
    public BackupFile? Backup { get; set; }

    /// <summary>Written before the backup: all of them have to come back.</summary>
    public IReadOnlyList<DrillMarker> Markers { get; set; } = [];

    /// <summary>Goes on writing until the application is destroyed.</summary>
    public Task<IReadOnlyList<DrillMarker>> Writing { get; set; } = Task.FromResult<IReadOnlyList<DrillMarker>>([]);

    /// <summary>Written after the backup: what is lost of them is the recovery point.</summary>
    public IReadOnlyList<DrillMarker> LateMarkers { get; set; } = [];

    public DateTimeOffset Destroyed { get; set; }

    public BuiltImage? Image { get; set; }

    public TimeSpan? RecoveryTime { get; set; }

    public TimeSpan? RecoveryPoint { get; set; }

    public BackupFile RequireBackup() => Backup ?? throw new InvalidOperationException("No backup has been taken yet.");
}
