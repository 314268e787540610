using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Actions;

/// <param name="DueDate">Until when it has to be done this time.</param>
public sealed record ActionReopening([Required] DateTimeOffset? DueDate);

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
        if (await ClosedSourceAsync(actionId, db, cancellation) is { } closed) return closed;
        var answer = await ActionSteps.TakeAsync(actionId, ActionStatus.InProgress, (action, _) => Reopen(action, request.DueDate!.Value), db, time, cancellation);
        await transaction.CommitAsync(cancellation);
        return answer;
    }

    private static async Task<ProblemHttpResult?> ClosedSourceAsync(int actionId, QgpDbContext db, CancellationToken cancellation)
    {
        var about = await db.Set<ActionItem>().Where(action => action.Id == actionId).Select(action => new { action.SourceType, action.SourceId }).SingleOrDefaultAsync(cancellation);
        if (about is null) return ApiProblem.NotFound("Action", actionId);
        var source = ActionSource.Of(about.SourceType);
        // A record that was deleted is treated as a closed one.
        return ActionRules.ClosedSource(source, about.SourceId, await db.HoldStatusAsync(source.Table, about.SourceId, cancellation) ?? ActionSource.ClosedStatus);
    }

    private static ProblemHttpResult? Reopen(ActionItem action, DateTimeOffset dueDate)
    {
        if (action.Status != ActionStatus.NotEffective) return ActionItem.Life.Refusal(action.Status, ActionStatus.InProgress);
        action.Reopen(Clock.Stored(dueDate));
        return null;
    }
}
