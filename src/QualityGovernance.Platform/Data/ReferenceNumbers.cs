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
    // Both engines know this form; on both the row is locked from here on. The number is looked for in a statement of its own, which sees what was saved while this one waited.
    private const string Count = "INSERT INTO reference_counters (prefix, year, last_value) VALUES ({0}, {1}, 1) ON CONFLICT (prefix, year) DO UPDATE SET last_value = reference_counters.last_value + 1; ";

    private const string Lock = "INSERT INTO reference_counters (prefix, year, last_value) VALUES ({0}, {1}, 0) ON CONFLICT (prefix, year) DO UPDATE SET last_value = reference_counters.last_value; ";

    private const string Padded = "CASE WHEN last_value < 10 THEN '000' WHEN last_value < 100 THEN '00' WHEN last_value < 1000 THEN '0' ELSE '' END || CAST(last_value AS text)";

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
        var start = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year:0000}-");
        var take = $"{Count}SELECT last_value AS \"LastValue\", EXISTS (SELECT 1 FROM {entry.Metadata.GetTableName()} WHERE reference_number = {{2}} || {Padded}) AS \"IsTaken\" "
            + "FROM reference_counters WHERE prefix = {0} AND year = {1}";
        while (true)
        {
            var counted = (await db.Database.SqlQueryRaw<Counted>(take, prefix, year, start).ToListAsync(cancellation)).Single();
            if (!counted.IsTaken) return string.Create(CultureInfo.InvariantCulture, $"{start}{counted.LastValue:0000}"); // else somebody chose this number before
        }
    }

    private static async Task ReserveAsync(QgpDbContext db, EntityEntry entry, IReferenced record, CancellationToken cancellation)
    {
        // A chosen number of the given form could be the next one given: wait for whoever holds the counter.
        var parts = GivenForm().Match(record.ReferenceNumber);
        var isGivenForm = parts.Success && parts.Groups["prefix"].Value == record.ReferencePrefix;
        object year = isGivenForm ? int.Parse(parts.Groups["year"].Value, CultureInfo.InvariantCulture) : 0;
        var sql = $"{(isGivenForm ? Lock : "")}SELECT count(*) AS \"Value\" FROM {entry.Metadata.GetTableName()} WHERE reference_number = {{2}}";
        if ((await db.Database.SqlQueryRaw<int>(sql, record.ReferencePrefix, year, record.ReferenceNumber).ToListAsync(cancellation)).Single() > 0)
            throw new ReferenceNumberTakenException(record.ReferenceNumber);
    }

    [GeneratedRegex("^(?<prefix>[A-Z]{3,4})-(?<year>[0-9]{4})-[0-9]{4,}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GivenForm();

    private sealed record Counted(int LastValue, bool IsTaken);
}
