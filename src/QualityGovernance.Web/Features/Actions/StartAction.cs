namespace QualityGovernance.Web.Features.Actions;

internal static class StartAction
{
    public static async Task<Results<Ok<ActionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "action_id")] int actionId, QgpDbContext db, TimeProvider time, CancellationToken cancellation) => await ActionSteps.TakeAsync(
            actionId,
            ActionStatus.InProgress,
            (action, _) =>
            {
                // The others that lead to in_progress have conditions of their own: see verify and reopen.
                if (action.Status != ActionItem.Life.First) return ActionItem.Life.Refusal(action.Status, ActionStatus.InProgress);
                action.Start();
                return null;
            },
            db,
            time,
            cancellation);
}
