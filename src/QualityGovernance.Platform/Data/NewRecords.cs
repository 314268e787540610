using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace QualityGovernance.Platform.Data;

/// <summary>
/// Asks the database for the ids and the reference numbers of all new records in one trip. Records that are known by their ids before they are saved are saved
/// together with their parts and their audit entries, in one trip as well.
/// </summary>
internal static class NewRecords
{
    public static async Task NumberAsync(QgpDbContext db, IReadOnlyCollection<EntityEntry> changes, DateTimeOffset now, CancellationToken cancellation)
    {
        var added = changes.Where(entry => entry.State == EntityState.Added).ToList();
        var trip = new RoundTrip(db);
        var ids = added.Where(entry => entry.Entity is IEntity && entry.Property(nameof(IEntity.Id)).IsTemporary)
            .GroupBy(entry => entry.Metadata.GetTableName()!)
            .OrderBy(table => table.Key, StringComparer.Ordinal) // one order for all: no deadlock
            .Select(table => (Records: table.ToList(), Ids: trip.Ask(Ids(db, table.Key, table.Count()))))
            .ToList();
        var numbers = ReferenceNumbers.Ask(db, trip, added, now.Year);
        await trip.SendAsync(cancellation);

        foreach (var (records, drawn) in ids)
        {
            foreach (var (record, id) in records.Zip(drawn.All))
            {
                var property = record.Property(nameof(IEntity.Id));
                (property.CurrentValue, property.IsTemporary) = (id, false);
            }
        }

        foreach (var take in numbers) take();
    }

    private static IQueryable<int> Ids(QgpDbContext db, string table, int count) => db.Database.SqlQueryRaw<int>(
        db.Database.IsNpgsql()
            ? string.Concat("SELECT CAST(nextval(pg_get_serial_sequence('", table, "', 'id')) AS integer) AS \"Value\" FROM generate_series(1, {0})")
            : string.Concat(
                "INSERT INTO sqlite_sequence (name, seq) SELECT '", table, "', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = '", table, "'); ",
                "UPDATE sqlite_sequence SET seq = seq + {0} WHERE name = '", table, "'; ")
                + string.Concat("WITH RECURSIVE drawn(id) AS (SELECT seq - {0} + 1 FROM sqlite_sequence WHERE name = '", table, "' UNION ALL SELECT id + 1 FROM drawn, sqlite_sequence WHERE name = '", table, "' AND id < seq) SELECT id AS \"Value\" FROM drawn"),
        count);
}
