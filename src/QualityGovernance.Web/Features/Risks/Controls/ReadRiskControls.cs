using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Risks.Controls;

internal static class ReadRiskControls
{
    public static async Task<Results<Ok<IReadOnlyList<RiskControlResponse>>, ProblemHttpResult>> ListAsync(
        [FromRoute(Name = "risk_id")] int riskId, QgpDbContext db, CancellationToken cancellation) =>
        await ReadRisks.ExistsAsync(db, riskId, cancellation) ? TypedResults.Ok<IReadOnlyList<RiskControlResponse>>(await OfRisk(db, riskId).ToListAsync(cancellation)) : ApiProblem.NotFound("Risk", riskId);

    /// <summary>The active ones, oldest first.</summary>
    internal static IQueryable<RiskControlResponse> OfRisk(QgpDbContext db, int riskId) =>
        db.Set<RiskControl>().Where(control => control.RiskId == riskId && control.IsActive)
            .OrderBy(control => control.Id).Select(RiskControlResponse.Projection);

    /// <summary>To be changed; null also where the risk was deleted.</summary>
    internal static Task<RiskControl?> FindAsync(QgpDbContext db, int controlId, CancellationToken cancellation) =>
        db.Set<RiskControl>().Include(control => control.Links)
            .SingleOrDefaultAsync(control => control.Id == controlId && db.Set<Risk>().Any(risk => risk.Id == control.RiskId), cancellation);
}
