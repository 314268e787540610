namespace QualityGovernance.Web.Features.Actions;

/// <param name="SourceType">A kind of record.</param>
/// <param name="SourceId">A record of that kind.</param>
/// <param name="Status">One of the states.</param>
/// <param name="Priority">One of the priorities.</param>
/// <param name="OwnerId">Who has to do it.</param>
/// <param name="Overdue">Those whose next step is late, or the others.</param>
internal sealed record ActionFilter(
    [FromQuery(Name = "source_type"), OneOf<ActionSourceType>] string? SourceType,
    [FromQuery(Name = "source_id")] int? SourceId,
    [FromQuery(Name = "status"), OneOf<ActionStatus>] string? Status,
    [FromQuery(Name = "priority"), OneOf<ActionPriority>] string? Priority,
    [FromQuery(Name = "owner_id")] int? OwnerId,
    [FromQuery(Name = "overdue")] bool? Overdue);

internal static class ReadActions
{
    public static Task<Results<Ok<ActionResponse>, ProblemHttpResult>> OneAsync(
        [FromRoute(Name = "action_id")] int actionId, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        db.Set<ActionItem>().ShowAsync(ActionResponse.Projection(time.Now()), "Action", actionId, cancellation);

    public static async Task<Results<Ok<Page<ActionResponse>>, ProblemHttpResult>> ListAsync(
        PageRequest page, [AsParameters] ActionFilter filter, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(filter);
        if (errors.Any) return errors.ToProblem();

        var sourceType = EnumNames.Read<ActionSourceType>(filter.SourceType);
        var status = EnumNames.Read<ActionStatus>(filter.Status);
        var priority = EnumNames.Read<ActionPriority>(filter.Priority);
        var now = time.Now();
        IQueryable<ActionItem> actions = db.Set<ActionItem>();
        if (sourceType is not null) actions = actions.Where(action => action.SourceType == sourceType);
        if (filter.SourceId is { } sourceId) actions = actions.Where(action => action.SourceId == sourceId);
        if (status is not null) actions = actions.Where(action => action.Status == status);
        if (priority is not null) actions = actions.Where(action => action.Priority == priority);
        if (filter.OwnerId is { } ownerId) actions = actions.Where(action => action.OwnerId == ownerId);
        if (filter.Overdue == true) actions = actions.Where(action => action.NextDueDate < now);
        if (filter.Overdue == false) actions = actions.Where(action => action.NextDueDate == null || action.NextDueDate >= now);
        return TypedResults.Ok(await PageAsync(actions, page, now, cancellation));
    }

    public static async Task<Results<Ok<Page<ActionResponse>>, ProblemHttpResult>> OfSourceAsync(
        ActionSourceType type, int sourceId, PageRequest page, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var source = ActionSource.Of(type);
        return (await db.MissingAsync(source.Table, [sourceId], cancellation)).Count > 0
            ? ApiProblem.NotFound(source.Name, sourceId)
            : TypedResults.Ok(await PageAsync(db.Set<ActionItem>().Where(action => action.SourceType == type && action.SourceId == sourceId), page, time.Now(), cancellation));
    }

    public static async Task<Ok<Page<ActionResponse>>> OfAllCollisionsAsync(PageRequest page, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        TypedResults.Ok(await PageAsync(db.Set<ActionItem>().Where(action => action.SourceType == ActionSourceType.Collision), page, time.Now(), cancellation));

    /// <summary>Due first, listed first.</summary>
    private static Task<Page<ActionResponse>> PageAsync(IQueryable<ActionItem> actions, PageRequest page, DateTimeOffset now, CancellationToken cancellation) =>
        actions.OrderBy(action => action.DueDate).ThenBy(action => action.Id).ToPageAsync(page, ActionResponse.Projection(now), cancellation);
}
