namespace QualityGovernance.Web.Features.Actions;

/// <param name="DueDate">Until when it has to be done this time.</param>
public sealed record ActionReopening([Required, Told(DateRules.ToCome)] DateTimeOffset? DueDate);

internal static class ReopenAction
{
    public static async Task<Results<Ok<ActionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "action_id")] int actionId, ActionReopening request, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request)
            .Planned("due_date", request.DueDate, time);
        if (errors.Any) return errors.ToProblem();

        // An action that was followed up does not hinder its record from being closed; taken up again, it would.
        await using var transaction = await JoinedTransaction.BeginAsync(db, cancellation);
        var answer = await ActionSteps.AskAndTakeAsync(actionId, ActionStatus.InProgress, (action, _) => ReopenAsync(action, request.DueDate!.Value, db, cancellation), db, time, cancellation);
        await transaction.CommitAsync(cancellation);
        return answer;
    }

    private static async Task<ProblemHttpResult?> ReopenAsync(ActionItem action, DateTimeOffset dueDate, QgpDbContext db, CancellationToken cancellation)
    {
        if (action.Status != ActionStatus.NotEffective) return ActionSteps.OtherWayToWork(action);
        var source = ActionSource.Of(action.SourceType);
        // A record that was deleted is treated as a closed one.
        if (ActionRules.ClosedSource(source, action.SourceId, await db.HoldStatusAsync(source.Table, action.SourceId, cancellation) ?? ActionSource.ClosedStatus) is { } closed) return closed;
        action.Reopen(Clock.Stored(dueDate));
        return null;
    }
}
