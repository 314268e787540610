using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Platform.Data;

/// <summary>Whether records of another feature are there, asked by table, so that one feature need not know another's types.</summary>
public static class RecordIds
{
    /// <summary>Those of the ids that no record has, deleted ones counted as not there. A table that no entity is mapped to has no records.</summary>
    /// <param name="db">The database.</param>
    /// <param name="table">A constant: it becomes a part of the statement.</param>
    /// <param name="ids">Few: each becomes a parameter.</param>
    /// <param name="cancellation">Of the request.</param>
    public static async Task<IReadOnlyList<int>> MissingAsync(this QgpDbContext db, string table, IReadOnlyCollection<int> ids, CancellationToken cancellation)
    {
        var trip = new RoundTrip(db);
        var missing = db.AskMissing(trip, table, ids);
        await trip.SendAsync(cancellation);
        return missing();
    }

    /// <summary>The same together with other questions; the answer is known once the trip was made.</summary>
    public static Func<IReadOnlyList<int>> AskMissing(this QgpDbContext db, RoundTrip trip, string table, IReadOnlyCollection<int> ids)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(trip);
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0 || !db.Model.GetEntityTypes().Any(entity => entity.GetTableName() == table)) return () => [.. ids];
        var places = string.Join(", ", Enumerable.Range(0, ids.Count).Select(index => $"{{{index}}}"));
        var sql = string.Concat("SELECT id AS \"Value\" FROM ", table, $" WHERE deleted_at IS NULL AND id IN ({places})");
        var found = trip.Ask(db.Database.SqlQueryRaw<int>(sql, [.. ids.Cast<object>()]));
        return () => [.. ids.Except(found.All)];
    }
}
