using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>Reads one record by its id.</summary>
public static class Reading
{
    /// <summary>To be changed; null when there is none.</summary>
    public static Task<TRecord?> OneAsync<TRecord>(this QgpDbContext db, int id, CancellationToken cancellation)
        where TRecord : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<TRecord>().OneAsync(id, cancellation);
    }

    /// <summary>With what the query includes, of what it leaves; null when there is none.</summary>
    public static Task<TRecord?> OneAsync<TRecord>(this IQueryable<TRecord> records, int id, CancellationToken cancellation)
        where TRecord : class, IEntity => records.SingleOrDefaultAsync(record => record.Id == id, cancellation);

    /// <summary>What is shown of it, and only that; null when there is none.</summary>
    public static Task<TAnswer?> ShownAsync<TRecord, TAnswer>(
        this IQueryable<TRecord> records, Expression<Func<TRecord, TAnswer>> projection, int id, CancellationToken cancellation)
        where TRecord : class, IEntity
        where TAnswer : class => records.Where(record => record.Id == id).Select(projection).SingleOrDefaultAsync(cancellation);

    /// <summary>Answers with what is shown of it, or with 404.</summary>
    /// <param name="records">Those among which it is looked for.</param>
    /// <param name="projection">What is shown.</param>
    /// <param name="what">What people call such a record: <c>Policy</c>.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Of the request.</param>
    public static async Task<Results<Ok<TAnswer>, ProblemHttpResult>> ShowAsync<TRecord, TAnswer>(
        this IQueryable<TRecord> records, Expression<Func<TRecord, TAnswer>> projection, string what, int id, CancellationToken cancellation)
        where TRecord : class, IEntity
        where TAnswer : class => await records.ShownAsync(projection, id, cancellation) is { } found ? TypedResults.Ok(found) : ApiProblem.NotFound(what, id);
}
