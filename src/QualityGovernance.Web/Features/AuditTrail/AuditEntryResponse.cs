using System.Text.Json;
using QualityGovernance.Platform.Auditing;

namespace QualityGovernance.Web.Features.AuditTrail;

public sealed record AuditEntryResponse(
    long Id,
    [OneOf<AuditAction>] string Action,
    string EntityType,
    int? EntityId,
    int? ActorId,
    string? RequestId,
    DateTimeOffset OccurredAt,
    JsonElement? Before,
    JsonElement? After)
{
    public static AuditEntryResponse Of(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.Id, entry.Action, entry.EntityType, entry.EntityId, entry.ActorId, entry.RequestId, entry.OccurredAt, Json(entry.Before), Json(entry.After));
    }

    private static JsonElement? Json(string? text) => text is null ? null : JsonElement.Parse(text);
}
