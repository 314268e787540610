namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>A seal as it is hashed and exported.</summary>
internal sealed record SealLink(long Sequence, string EntryKey, string EntryHash, string PreviousHash, string SealedAt, string Hash)
{
    /// <summary>The one after this, for an entry.</summary>
    public static SealLink Make(long sequence, string previousHash, SealedContent entry, DateTimeOffset now)
    {
        var open = new SealLink(sequence, entry.EntryKey, entry.Hash, previousHash, SealedContent.Time(now), "");
        return open with { Hash = open.HashOfContent };
    }

    public static SealLink Of(AuditSeal seal) => new(
        seal.Sequence, SealedContent.Key(seal.EntryKey), seal.EntryHash, seal.PreviousHash, SealedContent.Time(seal.SealedAt), seal.Hash);

    /// <summary>What <see cref="Hash"/> must be.</summary>
    public string HashOfContent => Sha.Of(CanonicalJson.Object([.. Content]));

    public CanonicalJson.Raw Canonical => CanonicalJson.Object([.. Content, ("hash", Hash)]);

    private IEnumerable<(string, object?)> Content =>
        [("sequence", Sequence), ("entry_key", EntryKey), ("entry_hash", EntryHash), ("previous_hash", PreviousHash), ("sealed_at", SealedAt)];
}
