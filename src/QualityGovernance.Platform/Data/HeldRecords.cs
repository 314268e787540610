using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Platform.Data;

/// <summary>Reads a record and keeps it from changing until the transaction ends, so that what was judged by it still holds when the work is saved.</summary>
public static class HeldRecords
{
    /// <summary>Needs a transaction that is already open. On SQLite that transaction alone keeps every other writer out.</summary>
    public static Task<T?> HoldAsync<T>(this QgpDbContext db, int id, CancellationToken cancellation)
        where T : Entity
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.Database.IsNpgsql()) return db.Set<T>().SingleOrDefaultAsync(record => record.Id == id, cancellation);
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        return db.Set<T>()
            .FromSqlRaw(string.Concat("SELECT * FROM ", table, " WHERE id = {0} FOR UPDATE"), id)
            .SingleOrDefaultAsync(cancellation);
    }
}
