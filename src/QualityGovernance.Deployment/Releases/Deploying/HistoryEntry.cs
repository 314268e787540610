using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>A release that was seen to serve in an environment: one line of its history.</summary>
public sealed record HistoryEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The target that brought it there.</summary>
    public required string Procedure { get; init; }

    public required string Run { get; init; }

    public required string Owner { get; init; }

    public required string Reason { get; init; }

    public required ReleaseImage Release { get; init; }

    /// <summary>Of the database, when the release was verified.</summary>
    public required string SchemaRevision { get; init; }

    /// <summary>That it was started with, without secrets.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }
}
