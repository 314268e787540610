using Microsoft.AspNetCore.Http.HttpResults;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.RootCauseAnalyses;

public sealed record AnalysisCreate(
    string? Title,
    string? ProblemStatement,
    int? IncidentId,
    string? RootCause = null,
    string? CorrectiveActions = null,
    AnalysisStatus Status = AnalysisStatus.Draft);

internal static class CreateAnalysis
{
    public static async Task<Results<Created<AnalysisResponse>, ProblemHttpResult>> HandleAsync(AnalysisCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors()
            .Text("title", request.Title, min: 1, max: RootCauseAnalysis.LongestTitle, required: true)
            .Text("problem_statement", request.ProblemStatement, min: 1, max: RootCauseAnalysis.LongestText, required: true)
            .Require(request.IncidentId is not null, "incident_id", "This is required.")
            .Text("root_cause", request.RootCause, max: RootCauseAnalysis.LongestText)
            .Text("corrective_actions", request.CorrectiveActions, max: RootCauseAnalysis.LongestText);
        if (errors.Any) return errors.ToProblem();
        if (request.Status != RootCauseAnalysis.Life.First) return RootCauseAnalysis.Life.RefusalToStart(request.Status);
        var incidentId = request.IncidentId!.Value;
        if ((await db.MissingAsync("incidents", [incidentId], cancellation)).Count > 0) return ApiProblem.Validation("incident_id", $"There is no incident {incidentId}.");

        var analysis = new RootCauseAnalysis
        {
            IncidentId = incidentId,
            Title = request.Title!,
            ProblemStatement = request.ProblemStatement!,
            RootCause = request.RootCause,
            CorrectiveActions = request.CorrectiveActions,
        };
        db.Add(analysis);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/rtas/{analysis.Id}", AnalysisResponse.Of(analysis));
    }
}
