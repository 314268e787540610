using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Platform.Data;

/// <summary>Reads a record and keeps it from changing until the transaction ends, so that what was judged by it still holds when the work is saved.</summary>
public static class HeldRecords
{
    /// <summary>Needs a transaction that is already open. On SQLite that transaction alone keeps every other writer out.</summary>
    public static Task<T?> HoldAsync<T>(this QgpDbContext db, int id, CancellationToken cancellation)
        where T : Entity => db.Held<T>(id).SingleOrDefaultAsync(cancellation);

    /// <summary>The same as a question of a trip, before those that are to be answered while the record is held.</summary>
    public static IQueryable<T> Held<T>(this QgpDbContext db, int id)
        where T : Entity => db.Held<T>("{0}", id);

    /// <summary>The record that a part belongs to.</summary>
    /// <param name="db">The data.</param>
    /// <param name="part">The table of the part; a constant.</param>
    /// <param name="column">In which it names the record; a constant.</param>
    /// <param name="partId">Of the part.</param>
    public static IQueryable<T> HeldBy<T>(this QgpDbContext db, string part, string column, int partId)
        where T : Entity => db.Held<T>(string.Concat("(SELECT ", column, " FROM ", part, " WHERE id = {0})"), partId);

    private static IQueryable<T> Held<T>(this QgpDbContext db, string which, int id)
        where T : Entity
    {
        ArgumentNullException.ThrowIfNull(db);
        var hold = db.Database.IsNpgsql() ? " FOR UPDATE" : "";
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        var sql = $"SELECT * FROM {table} WHERE id = {which}{hold}";
        return db.Set<T>().FromSqlRaw(sql, id);
    }
}
