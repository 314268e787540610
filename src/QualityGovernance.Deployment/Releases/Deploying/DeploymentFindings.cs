using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Leases;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>What the steps of one procedure found, for those after them.</summary>
internal sealed class DeploymentFindings
{
    public HeldLease? Lease { get; set; }

    /// <summary>The release that is to serve.</summary>
    public ReleaseImage? Target { get; set; }

    /// <summary>What served before, and was seen to; null on a first deployment.</summary>
    public HistoryEntry? Previous { get; set; }

    /// <summary>Whose migrations are taken back, where that is what is done.</summary>
    public ReleaseImage? Newer { get; set; }

    /// <summary>Null where no migration has to be taken back.</summary>
    public WayDownPlan? WayDown { get; set; }

    /// <summary>Null: the database is empty.</summary>
    public SchemaRevision? Schema { get; set; }

    public IReadOnlyList<string> Pending { get; set; } = [];

    /// <summary>What the change is that has begun and of which nobody knows how it ended; null where everything is known.</summary>
    public string? Unfinished { get; set; }

    public ReleaseImage RequireTarget() => Target ?? throw new InvalidOperationException("No step has found the release.");
}
