using QualityGovernance.Web.Features.Standards.Controls;

namespace QualityGovernance.Web.Features.Standards.Clauses;

/// <summary>What is left out stays as it is. The level is accepted and not used: it follows from the parent.</summary>
public sealed record ClauseUpdate(
    [Required, Text(Clause.LongestNumber, Min = 1)] Optional<string?> ClauseNumber,
    [Required, Text(Clause.LongestTitle, Min = 1)] Optional<string?> Title,
    [Text(Clause.LongestDescription)] Optional<string?> Description,
    [SetApart] Optional<int?> ParentClauseId,
    [SetApart] Optional<int?> Level,
    [Required] Optional<int?> SortOrder,
    [Required] Optional<bool?> IsActive) : IPartialUpdate<Clause>;

internal static class UpdateClause
{
    public static async Task<Results<Ok<ClauseResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "clause_id")] int clauseId, ClauseUpdate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        var (isNumbered, isPlaced) = (request.ClauseNumber.HasValue, request.ParentClauseId.HasValue);
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        // Held before the tree is read: what another request adds below is there already, or comes after this move.
        var standard = isPlaced ? trip.Ask(db.HeldBy<Standard>("clauses", "standard_id", clauseId)) : null;
        var found = trip.Ask(db.Set<Clause>().Where(candidate => candidate.Id == clauseId));
        var clauses = trip.Ask(db.Set<Clause>().Where(other =>
            (isNumbered || isPlaced) && db.Set<Clause>().Any(candidate => candidate.Id == clauseId && candidate.StandardId == other.StandardId)));
        var controls = trip.Ask(db.Set<Control>().Where(control => control.ClauseId == clauseId).Select(ControlResponse.Projection));
        await trip.SendAsync(cancellation);
        if (found.One is not { } clause) return ApiProblem.NotFound("Clause", clauseId);
        var number = request.ClauseNumber.Or(clause.ClauseNumber)!;
        if (number != clause.ClauseNumber && clauses.All.Any(other => other.ClauseNumber == number)) return CreateClause.Taken(number);
        if (isPlaced && request.ParentClauseId.Value != clause.ParentClauseId
            && Move(clause, request.ParentClauseId.Value, standard!.All.Single(), clauses.All, db) is { } refusal) return ApiProblem.Validation("parent_clause_id", refusal);

        request.ApplyTo(clause);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(ClauseResponse.Of(clause, controls.All));
    }

    private static string? Move(Clause clause, int? parentId, Standard standard, IReadOnlyList<Clause> clauses, QgpDbContext db)
    {
        var tree = new ClauseTree(clauses);
        if (tree.Refusal(clause, parentId) is { } refusal) return refusal;
        tree.Place(clause, parentId);
        // The standard is written with every move: a release that does not hold it yet comes second with a move of its own, which together with this one could close a circle.
        db.Touch(standard);
        return null;
    }
}
