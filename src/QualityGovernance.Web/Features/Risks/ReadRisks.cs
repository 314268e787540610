using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Web.Features.Risks.Assessments;
using QualityGovernance.Web.Features.Risks.Controls;

namespace QualityGovernance.Web.Features.Risks;

internal static class ReadRisks
{
    public static async Task<Results<Ok<RiskDetailResponse>, ProblemHttpResult>> OneAsync(
        [FromRoute(Name = "risk_id")] int riskId, QgpSettings settings, QgpDbContext db, CancellationToken cancellation)
    {
        if (await FindAsync(db, settings.RiskMatrix, riskId, cancellation) is not { } risk) return ApiProblem.NotFound("Risk", riskId);
        var controls = await ReadRiskControls.OfRiskAsync(db, riskId, cancellation);
        var assessments = await ReadRiskAssessments.OfRiskAsync(db, riskId, cancellation);
        return TypedResults.Ok(new RiskDetailResponse(risk, controls, assessments));
    }

    /// <summary>The highest score first, then the newest.</summary>
    public static async Task<Results<Ok<Page<RiskResponse>>, ProblemHttpResult>> ListAsync(
        PageRequest page, [AsParameters] RiskFilter filter, QgpSettings settings, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var risks = filter.Apply(db.Set<Risk>(), settings.RiskMatrix, time.Now(), errors);
        if (errors.Any) return errors.ToProblem();
        return TypedResults.Ok(await risks.OrderByDescending(risk => risk.RiskScore).ThenByDescending(risk => risk.Id)
            .ToPageAsync(page, RiskResponse.Projection(settings.RiskMatrix), cancellation));
    }

    internal static Task<RiskResponse?> FindAsync(QgpDbContext db, RiskMatrix matrix, int riskId, CancellationToken cancellation) =>
        db.Set<Risk>().Where(risk => risk.Id == riskId).Select(RiskResponse.Projection(matrix)).SingleOrDefaultAsync(cancellation);

    internal static Task<bool> ExistsAsync(QgpDbContext db, int riskId, CancellationToken cancellation) =>
        db.Set<Risk>().AnyAsync(risk => risk.Id == riskId, cancellation);
}
