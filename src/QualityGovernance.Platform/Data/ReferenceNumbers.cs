using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace QualityGovernance.Platform.Data;

/// <summary>
/// Gives reference numbers from one counter row per prefix and year. The row stays locked until the transaction ends, so numbers
/// are neither given twice nor lost, whatever fails; counters only grow, so a deleted record's number never comes back.
/// </summary>
internal static partial class ReferenceNumbers
{
    // Both engines know this form; on both the row is locked from here on.
    private const string Take =
        "INSERT INTO reference_counters (prefix, year, last_value) VALUES ({0}, {1}, 1) " +
        "ON CONFLICT (prefix, year) DO UPDATE SET last_value = reference_counters.last_value + 1 RETURNING last_value AS \"Value\"";

    private const string Lock =
        "INSERT INTO reference_counters (prefix, year, last_value) VALUES ({0}, {1}, 0) " +
        "ON CONFLICT (prefix, year) DO UPDATE SET last_value = reference_counters.last_value RETURNING last_value AS \"Value\"";

    public static async Task AssignAsync(QgpDbContext db, IEnumerable<EntityEntry> changes, DateTimeOffset now, CancellationToken cancellation)
    {
        var records = changes
            .Where(entry => entry.State == EntityState.Added && entry.Entity is IReferenced)
            .OrderBy(entry => ((IReferenced)entry.Entity).ReferencePrefix, StringComparer.Ordinal); // one order for all: no deadlock
        foreach (var entry in records)
        {
            var record = (IReferenced)entry.Entity;
            if (record.ReferenceNumber.Length > 0) await ReserveAsync(db, entry, record, cancellation);
            else entry.Property(nameof(IReferenced.ReferenceNumber)).CurrentValue = await NextAsync(db, entry, record.ReferencePrefix, now.Year, cancellation);
        }
    }

    private static async Task<string> NextAsync(QgpDbContext db, EntityEntry entry, string prefix, int year, CancellationToken cancellation)
    {
        while (true)
        {
            var value = await CounterAsync(db, Take, prefix, year, cancellation);
            var number = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year:0000}-{value:0000}");
            if (!await IsTakenAsync(db, entry, number, cancellation)) return number; // else somebody chose this number before
        }
    }

    private static async Task ReserveAsync(QgpDbContext db, EntityEntry entry, IReferenced record, CancellationToken cancellation)
    {
        // A chosen number of the given form could be the next one given: wait for whoever holds the counter.
        var parts = GivenForm().Match(record.ReferenceNumber);
        if (parts.Success && parts.Groups["prefix"].Value == record.ReferencePrefix)
            await CounterAsync(db, Lock, record.ReferencePrefix, int.Parse(parts.Groups["year"].Value, CultureInfo.InvariantCulture), cancellation);
        if (await IsTakenAsync(db, entry, record.ReferenceNumber, cancellation)) throw new ReferenceNumberTakenException(record.ReferenceNumber);
    }

    private static async Task<int> CounterAsync(QgpDbContext db, string sql, string prefix, int year, CancellationToken cancellation) =>
        (await db.Database.SqlQueryRaw<int>(sql, prefix, year).ToListAsync(cancellation)).Single();

    private static async Task<bool> IsTakenAsync(QgpDbContext db, EntityEntry entry, string number, CancellationToken cancellation)
    {
        var sql = string.Concat("SELECT count(*) AS \"Value\" FROM ", entry.Metadata.GetTableName(), " WHERE reference_number = {0}");
        return (await db.Database.SqlQueryRaw<int>(sql, number).ToListAsync(cancellation)).Single() > 0;
    }

    [GeneratedRegex("^(?<prefix>[A-Z]{3})-(?<year>[0-9]{4})-[0-9]{4,}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GivenForm();
}
