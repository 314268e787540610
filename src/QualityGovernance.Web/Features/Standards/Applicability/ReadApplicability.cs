using Microsoft.EntityFrameworkCore;
using QualityGovernance.Web.Features.Standards.Clauses;

namespace QualityGovernance.Web.Features.Standards.Applicability;

internal static class ReadApplicability
{
    /// <summary>Inactive controls, and those of inactive clauses, are no part of the statement.</summary>
    public static async Task<Results<Ok<StatementOfApplicability>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "standard_id")] int standardId, QgpDbContext db, CancellationToken cancellation)
    {
        if (await db.Set<Standard>().ShownAsync(StandardResponse.Projection, standardId, cancellation) is not { } standard) return ApiProblem.NotFound("Standard", standardId);
        var lines = await db.Set<Clause>()
            .Where(clause => clause.StandardId == standardId && clause.IsActive)
            .SelectMany(clause => clause.Controls.Where(control => control.IsActive), (clause, control) => new ApplicabilityLine(
                control.Id,
                control.ControlNumber,
                control.Title,
                clause.Id,
                clause.ClauseNumber,
                control.IsApplicable,
                control.ApplicabilityJustification,
                control.ImplementationStatus))
            .ToListAsync(cancellation);
        return TypedResults.Ok(StatementOfApplicability.Of(standard, lines));
    }
}
