using QualityGovernance.Platform.Auditing;

namespace QualityGovernance.Web.Features.AuditTrail;

/// <param name="EntityType">Such as policy.</param>
/// <param name="EntityId">Of the record.</param>
/// <param name="Action">What was done.</param>
/// <param name="ActorId">The user who acted.</param>
/// <param name="RequestId">As it was answered in X-Request-ID.</param>
/// <param name="From">Not before.</param>
/// <param name="To">Not after.</param>
internal sealed record AuditFilter(
    [FromQuery(Name = "entity_type"), Text(50)] string? EntityType,
    [FromQuery(Name = "entity_id")] int? EntityId,
    [FromQuery(Name = "action"), OneOf<AuditAction>] string? Action,
    [FromQuery(Name = "actor_id")] int? ActorId,
    [FromQuery(Name = "request_id"), Text(64, Min = 1)] string? RequestId,
    [FromQuery(Name = "from"), Moment] string? From,
    [FromQuery(Name = "to"), Moment] string? To);

internal static class ReadAuditTrail
{
    public static async Task<Results<Ok<Page<AuditEntryResponse>>, ProblemHttpResult>> ListAsync(
        PageRequest page, [AsParameters] AuditFilter filter, CurrentUser user, [FromServices] IEnumerable<IHiddenRecords> rules, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(filter).Period(filter.From, filter.To);
        if (errors.Any) return errors.ToProblem();

        var entries = rules.Aggregate((IQueryable<AuditEntry>)db.AuditEntries, (visible, rule) => WithoutHidden(visible, rule.EntityType, rule.HiddenFrom(user)));
        if (filter.EntityType is { } entityType) entries = entries.Where(entry => entry.EntityType == entityType);
        if (filter.EntityId is { } entityId) entries = entries.Where(entry => entry.EntityId == entityId);
        if (filter.Action is { } action) entries = entries.Where(entry => entry.Action == action);
        if (filter.ActorId is { } actorId) entries = entries.Where(entry => entry.ActorId == actorId);
        if (filter.RequestId is { } requestId) entries = entries.Where(entry => entry.RequestId == requestId);
        if (Moments.Read(filter.From) is { } from) entries = entries.Where(entry => entry.OccurredAt >= from);
        if (Moments.Read(filter.To) is { } to) entries = entries.Where(entry => entry.OccurredAt <= to);

        var found = await entries.OrderByDescending(entry => entry.Id).ToPageAsync(page, entry => entry, cancellation);
        return TypedResults.Ok(found.Select(AuditEntryResponse.Of));
    }

    private static IQueryable<AuditEntry> WithoutHidden(IQueryable<AuditEntry> entries, string entityType, IQueryable<int>? hidden)
    {
        if (hidden is null) return entries;
        var ids = hidden.Select(id => (int?)id);
        return entries.Where(entry => entry.EntityType != entityType || !ids.Contains(entry.EntityId));
    }
}
