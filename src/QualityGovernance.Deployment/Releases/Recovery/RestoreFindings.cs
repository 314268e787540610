using QualityGovernance.Deployment.Releases.Leases;

namespace QualityGovernance.Deployment.Releases.Recovery;

/// <summary>How far a restore has come: what has to be undone is read from here.</summary>
internal sealed class RestoreFindings
{
    /// <summary>Of an environment; the sandbox has none.</summary>
    public HeldLease? Lease { get; set; }

    /// <summary>Whether an interrupted run left the environment: then even a restore that is undone leaves it in a state that nobody knows.</summary>
    public bool WasLeft { get; set; }

    /// <summary>What has begun and of which nobody knows how it ended; null where everything is known.</summary>
    public string? Unfinished { get; set; }

    /// <summary>The last migration that the serving release knows.</summary>
    public string? Head { get; set; }

    public bool Stopped { get; set; }

    /// <summary>The database that is restored beside the one that is served, from before there is one until it takes that one's place.</summary>
    public string? Restored { get; set; }

    /// <summary>The name under which the database that was served before is kept, from before it has it.</summary>
    public string? Kept { get; set; }
}
