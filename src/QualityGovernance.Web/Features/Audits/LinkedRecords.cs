namespace QualityGovernance.Web.Features.Audits;

/// <summary>Checks ids of other features' records by the name of their table: one feature does not know another's types.</summary>
internal static class LinkedRecords
{
    public const string Users = "users";
    public const string Standards = "standards";
    public const string Clauses = "clauses";
    public const string Controls = "controls";
    public const string Risks = "risks";

    /// <summary>Ids in one member of a request.</summary>
    public const int Most = 100;

    /// <summary>Asks for the records. After the trip, adds an error for every id that names none, or a deleted one.</summary>
    /// <param name="trip">After which that can be told.</param>
    /// <param name="field">The member of the request that holds the ids.</param>
    /// <param name="ids">Null and none are fine.</param>
    /// <param name="db">The data.</param>
    /// <param name="table">Of the records.</param>
    /// <returns>Takes what was linked before: what was deleted since does not stand in the way of another change.</returns>
    public static Action<FieldErrors, IReadOnlyList<int>?> AskLinks(RoundTrip trip, string field, IReadOnlyList<int>? ids, QgpDbContext db, string table)
    {
        // Too many are refused before.
        if (ids is null or { Count: 0 or > Most }) return (_, _) => { };
        var missing = db.AskMissing(trip, table, [.. ids.Distinct()]);
        return (errors, had) =>
        {
            var unknown = missing().Except(had ?? []).ToList();
            if (unknown.Count > 0) errors.Add(field, $"There is nothing in {table} with the id {string.Join(" or ", unknown)}.");
            if (ids.Distinct().Count() < ids.Count) errors.Add(field, "This names a record more than once.");
        };
    }

    public static Action<FieldErrors, int?> AskLink(RoundTrip trip, string field, int? id, QgpDbContext db, string table)
    {
        var linked = AskLinks(trip, field, id is { } one ? [one] : null, db, table);
        return (errors, had) => linked(errors, had is { } before ? [before] : null);
    }
}
