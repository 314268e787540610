using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Web.Features.Actions;

/// <param name="Reason">Why it is not done.</param>
public sealed record ActionCancellation(string? Reason);

internal static class CancelAction
{
    public static async Task<Results<Ok<ActionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "action_id")] int actionId, ActionCancellation request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Text("reason", request.Reason, min: 1, max: ActionItem.LongestText, required: true);
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
