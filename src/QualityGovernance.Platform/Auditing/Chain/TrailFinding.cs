namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>What can be wrong with an export.</summary>
public enum TrailFinding
{
    Changed,
    Removed,
    Inserted,
    Reordered,

    /// <summary>The export was not written to its end, or lost it.</summary>
    CutShort,

    /// <summary>Whole in itself, and not the chain that the anchor was taken from: rewritten, or cut off before the anchor.</summary>
    NotTheAnchored,
}
