using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Actions;

/// <summary>What is left out stays as it is. The status has operations of its own.</summary>
public sealed record ActionUpdate(
    [Required, Text(ActionItem.LongestTitle, Min = 1)] Optional<string?> Title,
    [Required, Text(ActionItem.LongestText, Min = 1)] Optional<string?> Description,
    [Required] Optional<ActionType?> ActionType,
    [Required] Optional<ActionPriority?> Priority,
    [Required] Optional<int?> OwnerId,
    [Required, Told(DateRules.ToCome)] Optional<DateTimeOffset?> DueDate,
    [Told(ActionRules.AfterDue)] Optional<DateTimeOffset?> EffectivenessReviewDate) : IPartialUpdate<ActionItem>;

internal static class UpdateAction
{
    public static async Task<Results<Ok<ActionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "action_id")] int actionId, ActionUpdate request, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        if (await db.OneAsync<ActionItem>(actionId, cancellation) is not { } action) return ApiProblem.NotFound("Action", actionId);
        var dueDate = request.DueDate.Or(action.DueDate)!.Value;
        var reviewDate = request.EffectivenessReviewDate.Or(action.EffectivenessReviewDate);
        // A date that has passed by now was to come when it was set, and may be sent back as it is.
        errors.Planned("due_date", dueDate != action.DueDate ? dueDate : null, time)
            .Planned("effectiveness_review_date", reviewDate != action.EffectivenessReviewDate ? reviewDate : null, time)
            .ReviewDate(reviewDate, dueDate);
        if (errors.Any) return errors.ToProblem();
        var trip = new RoundTrip(db);
        var named = errors.AskUser(trip, "owner_id", request.OwnerId.Value, db, action.OwnerId);
        await trip.SendAsync(cancellation);
        named();
        if (errors.Any) return errors.ToProblem();
        // Else whoever did it could hand it to somebody else and verify it.
        if (action.Status is not (ActionStatus.Open or ActionStatus.InProgress))
            return ApiProblem.Conflict($"{action.ReferenceNumber} is {EnumNames.Of(action.Status)}; only an action that is open or in_progress is changed.");

        request.ApplyTo(action);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(ActionResponse.Of(action, time.Now()));
    }
}
