using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Standards.Clauses;

/// <summary>What is left out stays as it is. The level is accepted and not used: it follows from the parent.</summary>
public sealed record ClauseUpdate(
    [Required, Text(Clause.LongestNumber, Min = 1)] Optional<string?> ClauseNumber,
    [Required, Text(Clause.LongestTitle, Min = 1)] Optional<string?> Title,
    [Text(Clause.LongestDescription)] Optional<string?> Description,
    Optional<int?> ParentClauseId,
    Optional<int?> Level,
    [Required] Optional<int?> SortOrder,
    [Required] Optional<bool?> IsActive);

internal static class UpdateClause
{
    public static async Task<Results<Ok<ClauseResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "clause_id")] int clauseId, ClauseUpdate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = Check(request);
        if (errors.Any) return errors.ToProblem();

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var clause = await db.Set<Clause>().SingleOrDefaultAsync(candidate => candidate.Id == clauseId, cancellation);
        if (clause is null) return ApiProblem.NotFound("Clause", clauseId);
        var number = request.ClauseNumber.Or(clause.ClauseNumber)!;
        if (number != clause.ClauseNumber && await db.Set<Clause>().AnyAsync(other => other.StandardId == clause.StandardId && other.ClauseNumber == number, cancellation))
            return CreateClause.Taken(number);
        if (request.ParentClauseId.HasValue && request.ParentClauseId.Value != clause.ParentClauseId
            && await MoveAsync(clause, request.ParentClauseId.Value, db, cancellation) is { } refusal) return ApiProblem.Validation("parent_clause_id", refusal);

        clause.ClauseNumber = number;
        clause.Title = request.Title.Or(clause.Title)!;
        clause.Description = request.Description.Or(clause.Description);
        clause.SortOrder = request.SortOrder.Or(clause.SortOrder)!.Value;
        clause.IsActive = request.IsActive.Or(clause.IsActive)!.Value;
        await db.SaveChangesAsync(cancellation);
        var answer = await ReadClauses.FindAsync(db, clauseId, cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(answer);
    }

    private static async Task<string?> MoveAsync(Clause clause, int? parentId, QgpDbContext db, CancellationToken cancellation)
    {
        // Held before the tree is read: what another request adds below is there already, or comes after this move. And written with every move: a release that does not
        // hold it yet comes second with a move of its own, which together with this one could close a circle.
        var standard = (await db.HoldAsync<Standard>(clause.StandardId, cancellation))!;
        var tree = new ClauseTree(await db.Set<Clause>().Where(candidate => candidate.StandardId == clause.StandardId).ToListAsync(cancellation));
        if (tree.Refusal(clause, parentId) is { } refusal) return refusal;
        tree.Place(clause, parentId);
        db.Entry(standard).Property(record => record.UpdatedAt).IsModified = true;
        return null;
    }

    private static FieldErrors Check(ClauseUpdate request) => new FieldErrors().Members(request);
}
