namespace QualityGovernance.Web.Features.Actions;

/// <param name="Notes">What was done.</param>
public sealed record ActionCompletion([Required, Text(ActionItem.LongestText, Min = 1)] string? Notes);

internal static class CompleteAction
{
    public static async Task<Results<Ok<ActionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "action_id")] int actionId, ActionCompletion request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();
        return await ActionSteps.TakeAsync(
            actionId,
            ActionStatus.Completed,
            (action, now) =>
            {
                action.Complete(request.Notes, user.Id, now);
                return null;
            },
            db,
            time,
            cancellation);
    }
}
