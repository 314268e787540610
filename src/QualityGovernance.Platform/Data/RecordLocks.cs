using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Platform.Data;

/// <summary>Holds a record of another feature, by the name of its table, so that what was judged by it still holds when the work is saved.</summary>
public static class RecordLocks
{
    /// <summary>
    /// The status of the record, which no other request changes until the transaction ends; none when there is no such record, or no such table.
    /// Whoever holds the record already is waited for. The record gets a new version: whoever has read it before and saves it afterwards learns that
    /// something was added to it meanwhile.
    /// </summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="trip">Asked first, so that the questions after it are answered while the record is held.</param>
    /// <param name="table">A constant: it becomes a part of the statement. It has a column named status.</param>
    /// <param name="id">Of the record.</param>
    /// <exception cref="InvalidOperationException">There is no transaction that could hold anything.</exception>
    public static Func<string?> AskStatusHeld(this QgpDbContext db, RoundTrip trip, string table, int id)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(trip);
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException($"A record of {table} can't be held without a transaction. Begin one with {nameof(JoinedTransaction)}.{nameof(JoinedTransaction.BeginAsync)}.");
        if (!db.Model.GetEntityTypes().Any(entity => entity.GetTableName() == table)) return () => null;
        var sql = string.Concat("UPDATE ", table, " SET row_version = row_version + 1 WHERE id = {0} AND deleted_at IS NULL RETURNING status AS \"Value\"");
        var held = trip.Ask(db.Database.SqlQueryRaw<string>(sql, id));
        return () => held.One;
    }

    /// <summary>The same on a trip of its own.</summary>
    public static async Task<string?> HoldStatusAsync(this QgpDbContext db, string table, int id, CancellationToken cancellation)
    {
        var trip = new RoundTrip(db);
        var held = db.AskStatusHeld(trip, table, id);
        await trip.SendAsync(cancellation);
        return held();
    }
}
