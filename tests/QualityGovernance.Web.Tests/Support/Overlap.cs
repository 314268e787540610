using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Support;

/// <summary>Two requests of which the second runs in the middle of the first.</summary>
internal static class Overlap
{
    // Sessions that can't go on before another one commits: they want a row that it has changed or holds.
    private const string Waiting =
        "SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event IN ('transactionid', 'tuple')";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Stops the first request before it sends the first statement that is meant, and starts the second. When that one is done, or waits for what the first one holds,
    /// the first goes on.
    /// </summary>
    public static async Task<(Answer First, Answer Second)> OfAsync(ObservedService observed, Func<string, bool> isMeant, Func<Task<Answer>> first, Func<Task<Answer>> second)
    {
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        observed.Statements.Before = async statement =>
        {
            if (!isMeant(statement)) return;
            observed.Statements.Before = null;
            reached.SetResult();
            await goOn.Task;
        };
        var early = first();
        try
        {
            (await Task.WhenAny(reached.Task, early).WaitAsync(Limit)).ShouldBe(reached.Task, "the first request sent no such statement");
            var late = second();
            using var limit = new CancellationTokenSource(Limit);
            while (!late.IsCompleted && !await IsWaitingAsync(observed.Service, limit.Token)) await Task.Yield();
            goOn.SetResult();
            return (await early, await late);
        }
        finally
        {
            observed.Statements.Before = null;
            goOn.TrySetResult();
        }
    }

    private static Task<bool> IsWaitingAsync(IServiceUnderTest service, CancellationToken cancellation) =>
        service.InDatabaseAsync(async db => await db.Database.SqlQueryRaw<int>(Waiting).SingleAsync(cancellation) > 0);
}
