namespace QualityGovernance.Web.Features.Actions;

internal static class StartAction
{
    public static async Task<Results<Ok<ActionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "action_id")] int actionId, QgpDbContext db, TimeProvider time, CancellationToken cancellation) => await ActionSteps.TakeAsync(
            actionId,
            ActionStatus.InProgress,
            (action, _) =>
            {
                if (action.Status != ActionItem.Life.First) return ActionSteps.OtherWayToWork(action);
                action.Start();
                return null;
            },
            db,
            time,
            cancellation);
}
