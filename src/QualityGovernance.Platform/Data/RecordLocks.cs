using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Platform.Data;

/// <summary>Holds a record of another feature, by the name of its table, so that what was judged by it still holds when the work is saved.</summary>
public static class RecordLocks
{
    /// <summary>
    /// The status of the record, which no other request changes until the transaction ends; null when there is no such record, or no such table.
    /// Whoever holds the record already is waited for. The record gets a new version: whoever has read it before and saves it afterwards learns that
    /// something was added to it meanwhile.
    /// </summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="table">A constant: it becomes a part of the statement. It has a column named status.</param>
    /// <param name="id">Of the record.</param>
    /// <param name="cancellation">Of the request.</param>
    /// <exception cref="InvalidOperationException">There is no transaction that could hold anything.</exception>
    public static async Task<string?> HoldStatusAsync(this QgpDbContext db, string table, int id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException($"A record of {table} can't be held without a transaction. Begin one with {nameof(JoinedTransaction)}.{nameof(JoinedTransaction.BeginAsync)}.");
        if (!db.Model.GetEntityTypes().Any(entity => entity.GetTableName() == table)) return null;
        var sql = string.Concat("UPDATE ", table, " SET row_version = row_version + 1 WHERE id = {0} AND deleted_at IS NULL RETURNING status AS \"Value\"");
        return (await db.Database.SqlQueryRaw<string>(sql, id).ToListAsync(cancellation)).SingleOrDefault();
    }
}
