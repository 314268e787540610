namespace QualityGovernance.Web.Features.Actions;

/// <param name="Reason">Why it is not done.</param>
public sealed record ActionCancellation([Required, Text(ActionItem.LongestText, Min = 1)] string? Reason);

internal static class CancelAction
{
    public static async Task<Results<Ok<ActionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "action_id")] int actionId, ActionCancellation request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();
        return await ActionSteps.TakeAsync(
            actionId,
            ActionStatus.Cancelled,
            (action, now) =>
            {
                action.Cancel(request.Reason!, user.Id, now);
                return null;
            },
            db,
            time,
            cancellation);
    }
}
