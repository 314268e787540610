namespace QualityGovernance.Web.Features.Actions;

/// <param name="Done">False sends the action back to whoever has to do it.</param>
/// <param name="Notes">What was seen; needed when it is not done.</param>
public sealed record ActionVerification([Required] bool? Done, [Text(ActionItem.LongestText, Min = 1)] string? Notes = null);

internal static class VerifyAction
{
    public static async Task<Results<Ok<ActionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "action_id")] int actionId, ActionVerification request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request)
            .Require(request.Done != false || request.Notes is not null, "notes", "This is required.");
        if (errors.Any) return errors.ToProblem();
        return await ActionSteps.TakeAsync(
            actionId,
            ActionStatus.Verified,
            (action, now) =>
            {
                if (ActionRules.OwnWork(action, user, "verified") is { } refusal) return refusal;
                if (request.Done!.Value) action.Verify(request.Notes, user.Id, now);
                else action.RefuseVerification(request.Notes!);
                return null;
            },
            db,
            time,
            cancellation);
    }
}
