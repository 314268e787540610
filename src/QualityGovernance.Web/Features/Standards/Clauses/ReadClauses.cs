using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Standards.Clauses;

internal static class ReadClauses
{
    public static async Task<Results<Ok<ClauseResponse>, ProblemHttpResult>> OneAsync([FromRoute(Name = "clause_id")] int clauseId, QgpDbContext db, CancellationToken cancellation) =>
        await db.Set<Clause>().ShownAsync(ClauseResponse.Projection, clauseId, cancellation) is { } clause ? TypedResults.Ok(clause.Ordered()) : ApiProblem.NotFound("Clause", clauseId);

    /// <summary>The active ones below the parent; without a parent those at the top.</summary>
    public static async Task<Results<Ok<IReadOnlyList<ClauseResponse>>, ProblemHttpResult>> ListAsync(
        [FromRoute(Name = "standard_id")] int standardId, [FromQuery(Name = "parent_clause_id")] int? parentClauseId, QgpDbContext db, CancellationToken cancellation)
    {
        if (!await ReadStandards.ExistsAsync(db, standardId, cancellation)) return ApiProblem.NotFound("Standard", standardId);
        if (parentClauseId is not null && !await db.Set<Clause>().AnyAsync(clause => clause.Id == parentClauseId && clause.StandardId == standardId, cancellation))
            return ApiProblem.Validation("parent_clause_id", $"The standard has no clause {parentClauseId}.");
        return TypedResults.Ok(await OrderedAsync(
            db.Set<Clause>().Where(clause => clause.StandardId == standardId && clause.IsActive && clause.ParentClauseId == parentClauseId), cancellation));
    }

    internal static async Task<IReadOnlyList<ClauseResponse>> OrderedAsync(IQueryable<Clause> clauses, CancellationToken cancellation)
    {
        var found = await clauses.Select(ClauseResponse.Projection).ToListAsync(cancellation);
        return [.. found.OrderBy(clause => clause.SortOrder).ThenBy(clause => clause.ClauseNumber, NumberOrder.Instance).ThenBy(clause => clause.Id).Select(clause => clause.Ordered())];
    }
}
