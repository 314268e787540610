namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>What the sealer says to the database.</summary>
internal static class SealerStatements
{
    /// <summary>One sealer at a time, over all replicas. Nobody else ever asks for this lock, so no commit waits for it.</summary>
    public const string Lock = "SELECT pg_try_advisory_xact_lock(7161702029)";

    public const string LastId = "SELECT coalesce(max(id), 0) FROM audit_entries";

    /// <summary>An INSERT takes this lock before it takes an id, and keeps it to the end of its transaction.</summary>
    public const string Writers =
        """
        SELECT virtualtransaction FROM pg_locks
        WHERE locktype = 'relation' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND relation = 'audit_entries'::regclass AND mode = 'RowExclusiveLock' AND granted
        """;

    public const string Head = "SELECT sequence, hash FROM audit_seals ORDER BY sequence DESC LIMIT 1";

    /// <summary>By id, which is the order of writing as far as there is one.</summary>
    public const string Unsealed =
        """
        SELECT e.id, e.entry_key, e.action, e.entity_type, e.entity_id, e.actor_id, e.request_id, e.occurred_at, e.before, e.after
        FROM audit_entries AS e
        WHERE e.id > @after AND NOT EXISTS (SELECT 1 FROM audit_seals AS s WHERE s.entry_key = e.entry_key)
        ORDER BY e.id LIMIT @most
        """;

    public const string Seal =
        """
        INSERT INTO audit_seals (sequence, entry_key, entry_hash, previous_hash, sealed_at, hash)
        VALUES (@sequence, @entry_key, @entry_hash, @previous_hash, @sealed_at, @hash)
        """;
}
