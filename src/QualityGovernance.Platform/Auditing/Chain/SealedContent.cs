using System.Globalization;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>An entry as it is sealed and exported: everything that the table holds of it, as text that no database writes in its own way.</summary>
/// <param name="Id">Of the row.</param>
/// <param name="EntryKey">In 36 small characters.</param>
/// <param name="Action">What was done.</param>
/// <param name="EntityType">To what.</param>
/// <param name="EntityId">To which.</param>
/// <param name="ActorId">By whom.</param>
/// <param name="RequestId">In which request.</param>
/// <param name="OccurredAt">See <see cref="Time"/>.</param>
/// <param name="Before">The text that is stored, byte for byte.</param>
/// <param name="After">The same.</param>
internal sealed record SealedContent(
    long Id, string EntryKey, string Action, string EntityType, int? EntityId, int? ActorId, string? RequestId, string OccurredAt, string? Before, string? After)
{
    public static SealedContent Of(AuditEntry entry) => new(
        entry.Id, Key(entry.EntryKey), entry.Action, entry.EntityType, entry.EntityId, entry.ActorId, entry.RequestId, Time(entry.OccurredAt), entry.Before, entry.After);

    public CanonicalJson.Raw Canonical => CanonicalJson.Object(
        ("id", Id), ("entry_key", EntryKey), ("action", Action), ("entity_type", EntityType), ("entity_id", EntityId), ("actor_id", ActorId),
        ("request_id", RequestId), ("occurred_at", OccurredAt), ("before", Before), ("after", After));

    public string Hash => Sha.Of(Canonical);

    public static string Key(Guid key) => key.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>UTC, with the six digits that the databases keep.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
