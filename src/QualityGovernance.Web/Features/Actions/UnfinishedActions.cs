using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Actions;

/// <summary>An action is finished when it was cancelled, when it helped, or when another one follows up that it did not.</summary>
internal sealed class UnfinishedActions(QgpDbContext db) : IUnfinishedActions
{
    // As many as an answer names; more are counted.
    private const int Named = 20;

    public async Task<ProblemHttpResult?> RefusalAsync(string table, int id, CancellationToken cancellation)
    {
        var trip = new RoundTrip(db);
        var refusal = AskRefusal(trip, table, id);
        await trip.SendAsync(cancellation);
        return refusal();
    }

    public Func<ProblemHttpResult?> AskRefusal(RoundTrip trip, string table, int id)
    {
        var source = ActionSource.All.Single(candidate => candidate.Table == table);
        var type = source.Type;
        var unfinished = trip.Ask(Unfinished(type, id)
            .OrderBy(action => action.Id)
            .Select(action => new UnfinishedAction(action.Id, action.ReferenceNumber, action.Status)));
        return () => unfinished.Any ? Refusal(source, id, unfinished.All) : null;
    }

    public Func<int> AskCount(RoundTrip trip, string table, int id)
    {
        var source = ActionSource.All.Single(candidate => candidate.Table == table);
        var counted = trip.Ask(Unfinished(source.Type, id).GroupBy(action => action.SourceId).Select(actions => actions.Count()));
        return () => counted.One;
    }

    private IQueryable<ActionItem> Unfinished(ActionSourceType type, int sourceId) => db.Set<ActionItem>()
        .Where(action => action.SourceType == type && action.SourceId == sourceId)
        .Where(action => action.Status != ActionStatus.Effective && action.Status != ActionStatus.Cancelled)
        .Where(action => action.Status != ActionStatus.NotEffective
            || !db.Set<ActionItem>().Any(other => other.FollowUpOfId == action.Id && other.Status != ActionStatus.Cancelled));

    private static ProblemHttpResult Refusal(ActionSource source, int id, IReadOnlyList<UnfinishedAction> unfinished)
    {
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

    private sealed record UnfinishedAction(int Id, string ReferenceNumber, ActionStatus Status);
}
