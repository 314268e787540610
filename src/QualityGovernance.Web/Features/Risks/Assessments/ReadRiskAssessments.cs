using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Risks.Assessments;

internal static class ReadRiskAssessments
{
    public static async Task<Results<Ok<IReadOnlyList<RiskAssessmentResponse>>, ProblemHttpResult>> ListAsync(
        [FromRoute(Name = "risk_id")] int riskId, QgpDbContext db, CancellationToken cancellation) =>
        await ReadRisks.ExistsAsync(db, riskId, cancellation) ? TypedResults.Ok<IReadOnlyList<RiskAssessmentResponse>>(await OfRisk(db, riskId).ToListAsync(cancellation)) : ApiProblem.NotFound("Risk", riskId);

    /// <summary>The newest judgement first.</summary>
    internal static IQueryable<RiskAssessmentResponse> OfRisk(QgpDbContext db, int riskId) =>
        db.Set<RiskAssessment>().Where(assessment => assessment.RiskId == riskId)
            .OrderByDescending(assessment => assessment.AssessmentDate).ThenByDescending(assessment => assessment.Id)
            .Select(RiskAssessmentResponse.Projection);
}
