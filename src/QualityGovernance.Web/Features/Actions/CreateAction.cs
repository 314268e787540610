namespace QualityGovernance.Web.Features.Actions;

public sealed record ActionCreate(
    [Required] ActionSourceType? SourceType,
    [Required] int? SourceId,
    [Required, Text(ActionItem.LongestTitle, Min = 1)] string? Title,
    [Required, Text(ActionItem.LongestText, Min = 1)] string? Description,
    [Required] int? OwnerId,
    [Required, Told(DateRules.ToCome)] DateTimeOffset? DueDate,
    ActionType ActionType = ActionType.Corrective,
    ActionPriority Priority = ActionPriority.Medium,
    [Told(ActionRules.AfterDue)] DateTimeOffset? EffectivenessReviewDate = null,
    int? FollowUpOfId = null);

/// <summary>The same without the record it is about, which is in the path.</summary>
public sealed record ActionOfSourceCreate(
    [Required, Text(ActionItem.LongestTitle, Min = 1)] string? Title,
    [Required, Text(ActionItem.LongestText, Min = 1)] string? Description,
    [Required] int? OwnerId,
    [Required, Told(DateRules.ToCome)] DateTimeOffset? DueDate,
    ActionType ActionType = ActionType.Corrective,
    ActionPriority Priority = ActionPriority.Medium,
    [Told(ActionRules.AfterDue)] DateTimeOffset? EffectivenessReviewDate = null,
    int? FollowUpOfId = null);

internal static class CreateAction
{
    public static Task<Results<Created<ActionResponse>, ProblemHttpResult>> HandleAsync(ActionCreate request, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        PlanAsync(request, ApiProblem.Validation("source_id", $"There is no {request.SourceType?.ToString().ToLowerInvariant()} {request.SourceId}."), db, time, cancellation);

    public static Task<Results<Created<ActionResponse>, ProblemHttpResult>> OfSourceAsync(
        ActionSourceType type, int sourceId, ActionOfSourceCreate request, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var create = new ActionCreate(
            type, sourceId, request.Title, request.Description, request.OwnerId, request.DueDate, request.ActionType, request.Priority, request.EffectivenessReviewDate, request.FollowUpOfId);
        return PlanAsync(create, ApiProblem.NotFound(ActionSource.Of(type).Name, sourceId), db, time, cancellation);
    }

    /// <param name="request">From either form.</param>
    /// <param name="noSource">The answer when the record is not there.</param>
    /// <param name="db">The data.</param>
    /// <param name="time">Of the service.</param>
    /// <param name="cancellation">Of the request.</param>
    private static async Task<Results<Created<ActionResponse>, ProblemHttpResult>> PlanAsync(
        ActionCreate request, ProblemHttpResult noSource, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = Check(request, time);
        if (errors.Any) return errors.ToProblem();

        // Held until the action is saved, so that the record is not closed in between.
        var source = ActionSource.Of(request.SourceType!.Value);
        var sourceId = request.SourceId!.Value;
        await using var transaction = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = db.AskStatusHeld(trip, source.Table, sourceId);
        var named = errors.AskUser(trip, "owner_id", request.OwnerId!.Value, db);
        var noFollowUp = request.FollowUpOfId is { } failed ? AskRefusalToFollowUp(trip, failed, request, db) : null;
        await trip.SendAsync(cancellation);
        named();
        if (errors.Any) return errors.ToProblem();
        if (held() is not { } status) return noSource;
        if ((ActionRules.ClosedSource(source, sourceId, status) ?? noFollowUp?.Invoke()) is { } refusal) return refusal;

        var action = new ActionItem
        {
            SourceType = source.Type,
            SourceId = sourceId,
            Title = request.Title!,
            Description = request.Description!,
            ActionType = request.ActionType,
            Priority = request.Priority,
            OwnerId = request.OwnerId.Value,
            DueDate = Clock.Stored(request.DueDate!.Value),
            EffectivenessReviewDate = request.EffectivenessReviewDate is { } review ? Clock.Stored(review) : null,
            FollowUpOfId = request.FollowUpOfId,
        };
        db.Add(action);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.Created($"/api/v1/actions/{action.Id}", ActionResponse.Of(action, time.Now()));
    }

    private static FieldErrors Check(ActionCreate request, TimeProvider time) => new FieldErrors().Members(request)
        .Planned("due_date", request.DueDate, time)
        .Planned("effectiveness_review_date", request.EffectivenessReviewDate, time)
        .ReviewDate(request.EffectivenessReviewDate, request.DueDate);

    private static Func<ProblemHttpResult?> AskRefusalToFollowUp(RoundTrip trip, int failedId, ActionCreate request, QgpDbContext db)
    {
        var found = trip.Ask(db.Set<ActionItem>()
            .Where(action => action.Id == failedId && action.SourceType == request.SourceType && action.SourceId == request.SourceId)
            .Select(action => new { action.ReferenceNumber, action.Status }));
        return () => found.One switch
        {
            null => ApiProblem.Validation("follow_up_of_id", $"The record has no action {failedId}."),
            { Status: ActionStatus.NotEffective } => null,
            var other => ApiProblem.Conflict($"{other.ReferenceNumber} is {EnumNames.Of(other.Status)}; only an action that is not_effective is followed up."),
        };
    }
}
