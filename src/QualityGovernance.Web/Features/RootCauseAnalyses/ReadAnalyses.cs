namespace QualityGovernance.Web.Features.RootCauseAnalyses;

internal static class ReadAnalyses
{
    public static Task<Results<Ok<AnalysisResponse>, ProblemHttpResult>> OneAsync([FromRoute(Name = "rta_id")] int rtaId, QgpDbContext db, CancellationToken cancellation) =>
        db.Set<RootCauseAnalysis>().ShowAsync(AnalysisResponse.Projection, "Root-cause analysis", rtaId, cancellation);

    /// <summary>Begun last, listed first.</summary>
    public static async Task<Ok<Page<AnalysisResponse>>> ListAsync(
        [DefaultPageSize(10)] PageRequest page, [FromQuery(Name = "incident_id")] int? incidentId, QgpDbContext db, CancellationToken cancellation) =>
        TypedResults.Ok(await PageAsync(incidentId, page, db, cancellation));

    /// <summary>Whoever asks without a page used to get all there are: so it is as many as a page can hold.</summary>
    public static async Task<Results<Ok<Page<AnalysisResponse>>, ProblemHttpResult>> OfIncidentAsync(
        [FromRoute(Name = "incident_id")] int incidentId, [DefaultPageSize(PageRequest.LargestSize)] PageRequest page, QgpDbContext db, CancellationToken cancellation) =>
        (await db.MissingAsync("incidents", [incidentId], cancellation)).Count > 0
            ? ApiProblem.NotFound("Incident", incidentId)
            : TypedResults.Ok(await PageAsync(incidentId, page, db, cancellation));

    private static Task<Page<AnalysisResponse>> PageAsync(int? incidentId, PageRequest page, QgpDbContext db, CancellationToken cancellation)
    {
        IQueryable<RootCauseAnalysis> analyses = db.Set<RootCauseAnalysis>();
        if (incidentId is not null) analyses = analyses.Where(analysis => analysis.IncidentId == incidentId);
        return analyses
            .OrderByDescending(analysis => analysis.CreatedAt).ThenBy(analysis => analysis.Id)
            .ToPageAsync(page, AnalysisResponse.Projection, cancellation);
    }
}
