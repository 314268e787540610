namespace QualityGovernance.Web.Features.Actions;

/// <param name="Effective">False: it is taken up again, or another action follows it up, before the record can be closed.</param>
/// <param name="Notes">What that is judged by.</param>
public sealed record ActionJudgement([Required] bool? Effective, [Required, Text(ActionItem.LongestText, Min = 1)] string? Notes);

internal static class JudgeAction
{
    public static async Task<Results<Ok<ActionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "action_id")] int actionId, ActionJudgement request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();
        return await ActionSteps.TakeAsync(
            actionId,
            request.Effective!.Value ? ActionStatus.Effective : ActionStatus.NotEffective,
            (action, now) =>
            {
                if (ActionRules.OwnWork(action, user, "judged") is { } refusal) return refusal;
                action.Judge(request.Effective.Value, request.Notes, user.Id, now);
                return null;
            },
            db,
            time,
            cancellation);
    }
}
