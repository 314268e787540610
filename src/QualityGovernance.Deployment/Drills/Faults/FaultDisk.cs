namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>A folder of ours that has no space left.</summary>
internal enum FaultDisk
{
    /// <summary>Leases and histories of the environments.</summary>
    State,

    Backups,

    /// <summary>Receipts and logs.</summary>
    Record,
}
