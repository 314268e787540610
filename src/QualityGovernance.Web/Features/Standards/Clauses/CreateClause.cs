namespace QualityGovernance.Web.Features.Standards.Clauses;

/// <param name="ClauseNumber">Unique in the standard.</param>
/// <param name="Title">Of the section.</param>
/// <param name="StandardId">The one of the path, if given.</param>
/// <param name="Description">What it asks for.</param>
/// <param name="ParentClauseId">A clause of the same standard.</param>
/// <param name="Level">Accepted and not used: it follows from the parent.</param>
/// <param name="SortOrder">Among the clauses beside it; then the number decides.</param>
public sealed record ClauseCreate(
    [Required, Text(Clause.LongestNumber, Min = 1)] string? ClauseNumber,
    [Required, Text(Clause.LongestTitle, Min = 1)] string? Title,
    int? StandardId = null,
    [Text(Clause.LongestDescription)] string? Description = null,
    int? ParentClauseId = null,
    int? Level = null,
    int SortOrder = 0);

internal static class CreateClause
{
    public static async Task<Results<Created<ClauseResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "standard_id")] int standardId, ClauseCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request)
            .Require(request.StandardId is null || request.StandardId == standardId, "standard_id", "This is another standard than the one in the path.");
        if (errors.Any) return errors.ToProblem();

        // While a clause is placed nobody moves the one above it, or the level would be that of where it stood before.
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var standard = trip.Ask(db.Held<Standard>(standardId));
        var clauses = trip.Ask(db.Set<Clause>().Where(clause => clause.StandardId == standardId));
        await trip.SendAsync(cancellation);
        if (!standard.Any) return ApiProblem.NotFound("Standard", standardId);
        var others = clauses.All;
        var tree = new ClauseTree(others);
        if (tree.Refusal(null, request.ParentClauseId) is { } refusal) return ApiProblem.Validation("parent_clause_id", refusal);
        if (others.Any(other => other.ClauseNumber == request.ClauseNumber)) return Taken(request.ClauseNumber!);

        var created = new Clause
        {
            StandardId = standardId,
            ClauseNumber = request.ClauseNumber!,
            Title = request.Title!,
            Description = request.Description,
            SortOrder = request.SortOrder,
        };
        created.PlaceBelow(others.SingleOrDefault(other => other.Id == request.ParentClauseId));
        db.Add(created);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Created($"/api/v1/standards/clauses/{created.Id}", ClauseResponse.Of(created, []));
    }

    internal static ProblemHttpResult Taken(string number) => ApiProblem.Conflict($"Another clause of the standard has the number {number}. Choose another one, or update that clause.");
}
