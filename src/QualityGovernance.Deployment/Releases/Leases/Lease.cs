namespace QualityGovernance.Deployment.Releases.Leases;

/// <summary>Who has an environment, and why.</summary>
public sealed record Lease
{
    public required string Environment { get; init; }

    /// <summary>The account that started it.</summary>
    public required string Owner { get; init; }

    /// <summary>The machine that it runs on.</summary>
    public required string Host { get; init; }

    /// <summary>The process and its start, so that another one can tell whether it is gone.</summary>
    public required string Process { get; init; }

    /// <summary>The target, for example Deploy.</summary>
    public required string Procedure { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>Id of the run that holds it; its receipts say how far it came.</summary>
    public required string Run { get; init; }

    /// <summary>The lease of the run that was interrupted, where this one recovers from it.</summary>
    public Lease? Recovers { get; init; }

    public override string ToString() => $"{Owner} on {Host} since {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC for {Procedure} (run {Run}): {Reason}";
}
