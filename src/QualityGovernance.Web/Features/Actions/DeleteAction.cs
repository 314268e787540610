namespace QualityGovernance.Web.Features.Actions;

internal static class DeleteAction
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "action_id")] int actionId, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.OneAsync<ActionItem>(actionId, cancellation) is not { } action) return ApiProblem.NotFound("Action", actionId);
        // Deleting is for mistakes; it is no way to close a record over an action that was begun.
        if (action.Status != ActionItem.Life.First)
        {
            var way = ActionItem.Life.After(action.Status).Contains(ActionStatus.Cancelled) ? $" Cancel it with POST /api/v1/actions/{actionId}/cancel, or keep it." : "";
            return ApiProblem.Conflict($"{action.ReferenceNumber} is {EnumNames.Of(action.Status)}; only an action that is open is deleted.{way}");
        }

        action.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
