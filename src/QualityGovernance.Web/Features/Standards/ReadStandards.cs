using Microsoft.EntityFrameworkCore;
using QualityGovernance.Web.Features.Standards.Clauses;

namespace QualityGovernance.Web.Features.Standards;

/// <param name="Search">In the code and the names, whatever the case.</param>
/// <param name="IsActive">Those that are, or those that were withdrawn.</param>
internal sealed record StandardFilter(
    [FromQuery(Name = "search"), Text(TextSearch.Longest)] string? Search,
    [FromQuery(Name = "is_active"), Told("Withdrawn standards are shown only when asked for with false.")] bool IsActive = true);

internal static class ReadStandards
{
    public static async Task<Results<Ok<StandardDetailResponse>, ProblemHttpResult>> OneAsync(
        [FromRoute(Name = "standard_id")] int standardId, QgpDbContext db, CancellationToken cancellation)
    {
        if (await db.Set<Standard>().ShownAsync(StandardResponse.Projection, standardId, cancellation) is not { } standard) return ApiProblem.NotFound("Standard", standardId);
        var clauses = await ReadClauses.OrderedAsync(db.Set<Clause>().Where(clause => clause.StandardId == standardId), cancellation);
        return TypedResults.Ok(new StandardDetailResponse(standard, clauses));
    }

    /// <summary>By code.</summary>
    public static async Task<Results<Ok<Page<StandardResponse>>, ProblemHttpResult>> ListAsync(
        PageRequest page, [AsParameters] StandardFilter filter, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(filter);
        if (errors.Any) return errors.ToProblem();

        var standards = db.Set<Standard>().Where(standard => standard.IsActive == filter.IsActive);
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var part = TextSearch.Part(filter.Search);
            standards = standards.Where(standard => EF.Functions.Like(standard.Code.ToLower(), part, TextSearch.Escape)
                || EF.Functions.Like(standard.Name.ToLower(), part, TextSearch.Escape)
                || EF.Functions.Like(standard.FullName.ToLower(), part, TextSearch.Escape));
        }

        return TypedResults.Ok(await standards.OrderBy(standard => standard.Code).ThenBy(standard => standard.Id).ToPageAsync(page, StandardResponse.Projection, cancellation));
    }

    internal static Task<bool> ExistsAsync(QgpDbContext db, int standardId, CancellationToken cancellation) =>
        db.Set<Standard>().AnyAsync(standard => standard.Id == standardId, cancellation);
}
