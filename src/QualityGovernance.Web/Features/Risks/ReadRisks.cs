using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Web.Features.Risks.Assessments;
using QualityGovernance.Web.Features.Risks.Controls;

namespace QualityGovernance.Web.Features.Risks;

internal static class ReadRisks
{
    public static async Task<Results<Ok<RiskDetailResponse>, ProblemHttpResult>> OneAsync(
        [FromRoute(Name = "risk_id")] int riskId, QgpSettings settings, QgpDbContext db, IUnfinishedActions actions, CancellationToken cancellation)
    {
        var trip = new RoundTrip(db);
        var found = trip.Ask(db.Set<Risk>().Where(candidate => candidate.Id == riskId).Select(RiskResponse.Projection(settings.RiskMatrix)));
        var (controls, assessments) = (trip.Ask(ReadRiskControls.OfRisk(db, riskId)), trip.Ask(ReadRiskAssessments.OfRisk(db, riskId)));
        var open = actions.AskCount(trip, "risks", riskId);
        await trip.SendAsync(cancellation);
        return found.One is { } risk
            ? TypedResults.Ok(new RiskDetailResponse(risk, controls.All, assessments.All) { OpenActionCount = open() })
            : ApiProblem.NotFound("Risk", riskId);
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

    internal static Task<bool> ExistsAsync(QgpDbContext db, int riskId, CancellationToken cancellation) =>
        db.Set<Risk>().AnyAsync(risk => risk.Id == riskId, cancellation);
}
