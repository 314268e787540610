namespace QualityGovernance.Web.Features.RootCauseAnalyses;

public sealed record AnalysisCreate(
    [Required, Text(RootCauseAnalysis.LongestTitle, Min = 1)] string? Title,
    [Required, Text(RootCauseAnalysis.LongestText, Min = 1)] string? ProblemStatement,
    [Required] int? IncidentId,
    [Text(RootCauseAnalysis.LongestText)] string? RootCause = null,
    [Text(RootCauseAnalysis.LongestText)] string? CorrectiveActions = null,
    AnalysisStatus Status = AnalysisStatus.Draft);

internal static class CreateAnalysis
{
    public static async Task<Results<Created<AnalysisResponse>, ProblemHttpResult>> HandleAsync(AnalysisCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();
        if (RootCauseAnalysis.Life.RefusalToStart(request.Status) is { } jump) return jump;
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
