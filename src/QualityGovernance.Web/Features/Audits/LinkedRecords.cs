using System.Reflection;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

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

    private static readonly MethodInfo Records = typeof(LinkedRecords).GetMethod(nameof(Set), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Adds an error for every id that names no record, or a deleted one.</summary>
    /// <param name="errors">Of the request.</param>
    /// <param name="field">The member of the request that holds the ids.</param>
    /// <param name="ids">Null and none are fine.</param>
    /// <param name="db">The data.</param>
    /// <param name="table">Of the records.</param>
    /// <param name="had">Linked before: what was deleted since does not stand in the way of another change.</param>
    /// <param name="cancellation">Of the request.</param>
    public static async Task LinkAsync(this FieldErrors errors, string field, IReadOnlyList<int>? ids, QgpDbContext db, string table, IReadOnlyList<int>? had, CancellationToken cancellation)
    {
        // Too many were refused before.
        if (ids is null or { Count: 0 or > Most }) return;

        // A module that is not part of this release has no records at all.
        var type = db.Model.GetEntityTypes().SingleOrDefault(entity => entity.GetTableName() == table)?.ClrType;
        var wanted = ids.Except(had ?? []).ToList();
        IReadOnlyList<int> known = type is null || wanted.Count == 0 ? [] : await KnownAsync(db, type, wanted, cancellation);
        var unknown = wanted.Except(known).ToList();
        if (unknown.Count > 0) errors.Add(field, $"There is nothing in {table} with the id {string.Join(" or ", unknown)}.");
        if (ids.Distinct().Count() < ids.Count) errors.Add(field, "This names a record more than once.");
    }

    public static Task LinkAsync(this FieldErrors errors, string field, int? id, QgpDbContext db, string table, int? had, CancellationToken cancellation) =>
        errors.LinkAsync(field, id is { } one ? [one] : null, db, table, had is { } before ? [before] : null, cancellation);

    private static async Task<IReadOnlyList<int>> KnownAsync(QgpDbContext db, Type type, IReadOnlyList<int> ids, CancellationToken cancellation) =>
        await ((IQueryable<Entity>)Records.MakeGenericMethod(type).Invoke(null, [db])!)
            .Where(record => ids.Contains(record.Id)).Select(record => record.Id).ToListAsync(cancellation);

    private static IQueryable<Entity> Set<T>(QgpDbContext db)
        where T : Entity => db.Set<T>();
}
