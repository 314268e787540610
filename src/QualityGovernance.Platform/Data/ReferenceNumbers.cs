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
    // Both engines know these forms. The first locks the row; what follows in a statement of its own sees what was saved while that one waited.
    private const string Count = "INSERT INTO reference_counters (prefix, year, last_value) VALUES ({0}, {1}, 1) ON CONFLICT (prefix, year) DO UPDATE SET last_value = reference_counters.last_value + 1; ";

    private const string Lock = "INSERT INTO reference_counters (prefix, year, last_value) VALUES ({0}, {1}, 0) ON CONFLICT (prefix, year) DO UPDATE SET last_value = reference_counters.last_value; ";

    /// <summary>For all of the new records that have a number.</summary>
    /// <returns>What to do once the trip was made.</returns>
    public static IReadOnlyList<Action> Ask(QgpDbContext db, RoundTrip trip, IEnumerable<EntityEntry> added, int year) =>
    [
        .. added.Where(entry => entry.Entity is IReferenced)
            .OrderBy(entry => ((IReferenced)entry.Entity).ReferencePrefix, StringComparer.Ordinal) // one order for all: no deadlock
            .Select(entry => ((IReferenced)entry.Entity).ReferenceNumber.Length > 0 ? Reserve(db, trip, entry) : Next(db, trip, entry, year)),
    ];

    private static Action Next(QgpDbContext db, RoundTrip trip, EntityEntry entry, int year)
    {
        var prefix = ((IReferenced)entry.Entity).ReferencePrefix;
        var start = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year:0000}-");
        var table = entry.Metadata.GetTableName();
        // Numbers that somebody chose before are passed over.
        var passOver = "UPDATE reference_counters SET last_value = (WITH RECURSIVE next(number) AS (SELECT last_value FROM reference_counters WHERE prefix = {0} AND year = {1} "
            + $"UNION ALL SELECT number + 1 FROM next WHERE {IsTaken(table, "number")}) SELECT max(number) FROM next) "
            + $"WHERE prefix = {{0}} AND year = {{1}} AND {IsTaken(table, "last_value")}; ";
        var draw = $"{Count}{passOver}SELECT last_value AS \"Value\" FROM reference_counters WHERE prefix = {{0}} AND year = {{1}}";
        var drawn = trip.Ask(db.Database.SqlQueryRaw<int>(draw, prefix, year, start));
        return () => entry.Property(nameof(IReferenced.ReferenceNumber)).CurrentValue = string.Create(CultureInfo.InvariantCulture, $"{start}{drawn.One:0000}");
    }

    private static Action Reserve(QgpDbContext db, RoundTrip trip, EntityEntry entry)
    {
        // A chosen number of the given form could be the next one given: wait for whoever holds the counter.
        var (number, prefix) = (((IReferenced)entry.Entity).ReferenceNumber, ((IReferenced)entry.Entity).ReferencePrefix);
        var parts = GivenForm().Match(number);
        var isGivenForm = parts.Success && parts.Groups["prefix"].Value == prefix;
        object year = isGivenForm ? int.Parse(parts.Groups["year"].Value, CultureInfo.InvariantCulture) : 0;
        var sql = $"{(isGivenForm ? Lock : "")}SELECT count(*) AS \"Value\" FROM {entry.Metadata.GetTableName()} WHERE reference_number = {{2}}";
        var taken = trip.Ask(db.Database.SqlQueryRaw<int>(sql, prefix, year, number));
        return () =>
        {
            if (taken.One > 0) throw new ReferenceNumberTakenException(number);
        };
    }

    private static string IsTaken(string? table, string value) =>
        $"EXISTS (SELECT 1 FROM {table} WHERE reference_number = {{2}} || CASE WHEN {value} < 10 THEN '000' WHEN {value} < 100 THEN '00' WHEN {value} < 1000 THEN '0' ELSE '' END || CAST({value} AS text))";

    [GeneratedRegex("^(?<prefix>[A-Z]{3,4})-(?<year>[0-9]{4})-[0-9]{4,}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GivenForm();
}
