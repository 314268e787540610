using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Actions;

/// <summary>An action is finished when it was cancelled, when it helped, or when another one follows up that it did not.</summary>
internal sealed class UnfinishedActions(QgpDbContext db) : IUnfinishedActions
{
    // As many as an answer names; more are counted.
    private const int Named = 20;

    public async Task<ProblemHttpResult?> RefusalAsync(string table, int id, CancellationToken cancellation)
    {
        var source = ActionSource.All.Single(candidate => candidate.Table == table);
        var type = source.Type;
        var unfinished = await db.Set<ActionItem>()
            .Where(action => action.SourceType == type && action.SourceId == id)
            .Where(action => action.Status != ActionStatus.Effective && action.Status != ActionStatus.Cancelled)
            .Where(action => action.Status != ActionStatus.NotEffective
                || !db.Set<ActionItem>().Any(other => other.FollowUpOfId == action.Id && other.Status != ActionStatus.Cancelled))
            .OrderBy(action => action.Id)
            .Select(action => new { action.Id, action.ReferenceNumber, action.Status })
            .ToListAsync(cancellation);
        if (unfinished.Count == 0) return null;
        var named = unfinished.Take(Named).Select(action => $"{action.ReferenceNumber} {Wanted(action.Status)}");
        var more = unfinished.Count > Named ? $" and {unfinished.Count - Named} more" : "";
        return ApiProblem.Conflict(
            $"{source.Name} {id} can't be closed or deleted while its actions are unfinished: {string.Join(", ", named)}{more}.",
            new Dictionary<string, object?>
            {
                ["actions"] = unfinished.Take(Named).Select(action => new { id = action.Id, reference_number = action.ReferenceNumber, status = EnumNames.Of(action.Status) }).ToList(),
            });
    }

    private static string Wanted(ActionStatus status) => status switch
    {
        ActionStatus.Completed => "is not verified",
        ActionStatus.Verified => "is not judged for its effectiveness",
        ActionStatus.NotEffective => "did not help and is not followed up",
        _ => $"is {EnumNames.Of(status)}",
    };
}
