using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Web.Features.Risks.Assessments;

/// <summary>Scores and levels follow from the matrix. Without an assessor it is whoever sends this.</summary>
public sealed record RiskAssessmentCreate(
    [Required, Told(DateRules.Past)] DateTimeOffset? AssessmentDate,
    [Required, Range(1), Told(RiskRules.Step)] int? InherentLikelihood,
    [Required, Range(1), Told(RiskRules.Step)] int? InherentImpact,
    [Required, Range(1), Told(RiskRules.Step)] int? ResidualLikelihood,
    [Required, Range(1), Told(RiskRules.Step)] int? ResidualImpact,
    AssessmentType AssessmentType = AssessmentType.Periodic,
    [Range(1), Told(RiskRules.Step)] int? TargetLikelihood = null,
    [Range(1), Told(RiskRules.Step)] int? TargetImpact = null,
    [Text(RiskAssessment.LongestNotes)] string? AssessmentNotes = null,
    [Text(RiskAssessment.LongestNotes)] string? ControlEffectivenessNotes = null,
    int? AssessedById = null);

internal static class CreateRiskAssessment
{
    public static async Task<Results<Created<RiskAssessmentResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "risk_id")] int riskId, RiskAssessmentCreate request, CurrentUser user, QgpSettings settings, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = Check(request, settings.RiskMatrix, time);
        if (errors.Any) return errors.ToProblem();
        var assessment = Make(riskId, request, user, settings.RiskMatrix);
        var date = assessment.AssessmentDate;
        var trip = new RoundTrip(db);
        var found = trip.Ask(db.Set<Risk>().Where(candidate => candidate.Id == riskId));
        var later = trip.Ask(db.Set<RiskAssessment>().Where(other => other.RiskId == riskId && other.AssessmentDate > date).Select(other => other.Id).Take(1));
        var assessor = errors.AskUser(trip, "assessed_by_id", request.AssessedById, db);
        await trip.SendAsync(cancellation);
        if (found.One is not { } risk) return ApiProblem.NotFound("Risk", riskId);
        assessor();
        if (errors.Any) return errors.ToProblem();
        if (risk.Status == RiskStatus.Closed) return ApiProblem.Conflict("A closed risk is not assessed. Change its status to assessing first.");

        // One that is entered late belongs to the history and does not undo what was found since.
        if (!later.Any)
        {
            risk.Rate(assessment.ResidualLikelihood, assessment.ResidualImpact);
            risk.NextReviewDate = date.AddMonths(risk.ReviewFrequencyMonths);
        }

        db.Add(assessment);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/risks/{riskId}/assessments", RiskAssessmentResponse.Of(assessment));
    }

    private static RiskAssessment Make(int riskId, RiskAssessmentCreate request, CurrentUser user, RiskMatrix matrix)
    {
        var inherent = request.InherentLikelihood!.Value * request.InherentImpact!.Value;
        var residual = request.ResidualLikelihood!.Value * request.ResidualImpact!.Value;
        var target = request.TargetLikelihood * request.TargetImpact;
        return new RiskAssessment
        {
            RiskId = riskId,
            AssessmentDate = Clock.Stored(request.AssessmentDate!.Value),
            AssessmentType = request.AssessmentType,
            InherentLikelihood = request.InherentLikelihood.Value,
            InherentImpact = request.InherentImpact.Value,
            InherentScore = inherent,
            InherentLevel = matrix.LevelOf(inherent).Name,
            ResidualLikelihood = request.ResidualLikelihood.Value,
            ResidualImpact = request.ResidualImpact.Value,
            ResidualScore = residual,
            ResidualLevel = matrix.LevelOf(residual).Name,
            TargetLikelihood = request.TargetLikelihood,
            TargetImpact = request.TargetImpact,
            TargetScore = target,
            TargetLevel = target is { } score ? matrix.LevelOf(score).Name : null,
            AssessmentNotes = request.AssessmentNotes,
            ControlEffectivenessNotes = request.ControlEffectivenessNotes,
            AssessedById = request.AssessedById ?? user.Id,
        };
    }

    private static FieldErrors Check(RiskAssessmentCreate request, RiskMatrix matrix, TimeProvider time) => new FieldErrors().Members(request)
        .Happened("assessment_date", request.AssessmentDate, time)
        .Likelihood("inherent_likelihood", request.InherentLikelihood, matrix)
        .Impact("inherent_impact", request.InherentImpact, matrix)
        .Likelihood("residual_likelihood", request.ResidualLikelihood, matrix)
        .Impact("residual_impact", request.ResidualImpact, matrix)
        .Likelihood("target_likelihood", request.TargetLikelihood, matrix)
        .Impact("target_impact", request.TargetImpact, matrix)
        .Require(request.TargetLikelihood is null || request.TargetImpact is not null, "target_impact", "This is required with target_likelihood.")
        .Require(request.TargetImpact is null || request.TargetLikelihood is not null, "target_likelihood", "This is required with target_impact.");
}
