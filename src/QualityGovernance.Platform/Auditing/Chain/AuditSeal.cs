namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>
/// A link of the chain over the audit trail: which entry comes at this place, what its hash is, and the hash of the link before. Written after the entry's commit, by
/// one sealer at a time; the database refuses to change or remove it.
/// </summary>
public sealed class AuditSeal
{
    public const string Table = "audit_seals";

    /// <summary>What the first link continues.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>From 1, without a gap: given by the sealer, not by the database.</summary>
    public required long Sequence { get; init; }

    public required Guid EntryKey { get; init; }

    /// <summary>Of the entry in its canonical form, in hexadecimal digits as all hashes here.</summary>
    public required string EntryHash { get; init; }

    public required string PreviousHash { get; init; }

    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>Of all of the above in canonical form.</summary>
    public required string Hash { get; init; }
}
