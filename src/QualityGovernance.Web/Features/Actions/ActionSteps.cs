namespace QualityGovernance.Web.Features.Actions;

/// <summary>What every step in an action's life has in common.</summary>
internal static class ActionSteps
{
    /// <param name="actionId">Which action.</param>
    /// <param name="to">The state that the step leads to.</param>
    /// <param name="step">Does it. Anything but null is the answer instead, and nothing is saved.</param>
    /// <param name="db">The data.</param>
    /// <param name="time">Of the service.</param>
    /// <param name="cancellation">Of the request.</param>
    public static Task<Results<Ok<ActionResponse>, ProblemHttpResult>> TakeAsync(
        int actionId, ActionStatus to, Func<ActionItem, DateTimeOffset, ProblemHttpResult?> step, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        AskAndTakeAsync(actionId, to, (action, now) => Task.FromResult(step(action, now)), db, time, cancellation);

    /// <summary>Work is begun, continued and taken up again by a step each, which have conditions of their own.</summary>
    /// <param name="action">In a state from which in_progress can be reached, by another step than the one asked for.</param>
    public static ProblemHttpResult OtherWayToWork(ActionItem action)
    {
        var way = action.Status switch
        {
            ActionStatus.Open => "start",
            ActionStatus.Completed => "verify with done as false",
            _ => "reopen",
        };
        return ActionItem.Life.Refusal(action.Status, ActionStatus.InProgress, $"{action.ReferenceNumber} is {EnumNames.Of(action.Status)}. From there it becomes in_progress by POST /api/v1/actions/{action.Id}/{way}.");
    }

    /// <summary>For a step that has to ask the database.</summary>
    public static async Task<Results<Ok<ActionResponse>, ProblemHttpResult>> AskAndTakeAsync(
        int actionId, ActionStatus to, Func<ActionItem, DateTimeOffset, Task<ProblemHttpResult?>> step, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.OneAsync<ActionItem>(actionId, cancellation) is not { } action) return ApiProblem.NotFound("Action", actionId);
        // A step is not taken twice: whoever comes second is told.
        if (ActionItem.Life.RefusalToMove(action.Status, to) is { } jump) return jump;
        var now = time.Now();
        if (await step(action, now) is { } refusal) return refusal;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(ActionResponse.Of(action, now));
    }
}
