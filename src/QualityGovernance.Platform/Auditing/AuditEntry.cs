namespace QualityGovernance.Platform.Auditing;

/// <summary>One line of the audit trail. The database refuses to change or remove it.</summary>
/// <remarks>Everything that says what happened is in columns that are never rewritten, as text that is stored byte for byte, so that entries can be sealed by hash later.</remarks>
public sealed class AuditEntry
{
    public const string Table = "audit_entries";

    public long Id { get; private set; }

    /// <summary>Made by the program that wrote the entry, known before it is stored; names the entry in an export.</summary>
    public required Guid EntryKey { get; init; }

    /// <summary>The name of an <see cref="AuditAction"/>, or of one that only a later release knows.</summary>
    public required string Action { get; init; }

    /// <summary>Such as policy, incident, user, role.</summary>
    public required string EntityType { get; init; }

    public int? EntityId { get; init; }

    /// <summary>The user who acted; null for a program.</summary>
    public int? ActorId { get; init; }

    public string? RequestId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>JSON object of the values before; secrets masked.</summary>
    public string? Before { get; init; }

    /// <summary>JSON object of the values after; secrets masked.</summary>
    public string? After { get; init; }
}
