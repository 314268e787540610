namespace QualityGovernance.Web.Features.RootCauseAnalyses;

/// <summary>What is left out stays as it is.</summary>
public sealed record AnalysisUpdate(
    [Required, Text(RootCauseAnalysis.LongestTitle, Min = 1)] Optional<string?> Title,
    [Required, Text(RootCauseAnalysis.LongestText, Min = 1)] Optional<string?> ProblemStatement,
    [Text(RootCauseAnalysis.LongestText)] Optional<string?> RootCause,
    [Text(RootCauseAnalysis.LongestText)] Optional<string?> CorrectiveActions,
    [SetApart, Required] Optional<AnalysisStatus?> Status) : IPartialUpdate<RootCauseAnalysis>;

internal static class UpdateAnalysis
{
    public static async Task<Results<Ok<AnalysisResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "rta_id")] int rtaId, AnalysisUpdate request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        if (await db.OneAsync<RootCauseAnalysis>(rtaId, cancellation) is not { } analysis) return ApiProblem.NotFound("Root-cause analysis", rtaId);
        var status = request.Status.Or(analysis.Status)!.Value;
        if (RootCauseAnalysis.Life.RefusalToBecome(analysis.Status, status) is { } jump) return jump;
        if (analysis.Status == AnalysisStatus.Approved)
            return ApiProblem.Conflict($"{analysis.ReferenceNumber} is approved and can't be changed any more. Begin another analysis of the incident.");

        if ((await db.MissingAsync("incidents", [analysis.IncidentId], cancellation)).Count > 0)
            return ApiProblem.Conflict($"The incident that {analysis.ReferenceNumber} is about was deleted. The analysis is kept as it is.");

        Edit(analysis, request, user);
        if (status == AnalysisStatus.Approved && RefusalToApprove(analysis, user) is { } refusal) return refusal;
        analysis.MoveTo(status, user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(AnalysisResponse.Of(analysis));
    }

    private static void Edit(RootCauseAnalysis analysis, AnalysisUpdate request, CurrentUser user)
    {
        var before = (analysis.Title, analysis.ProblemStatement, analysis.RootCause, analysis.CorrectiveActions);
        request.ApplyTo(analysis);
        if (before != (analysis.Title, analysis.ProblemStatement, analysis.RootCause, analysis.CorrectiveActions)) analysis.EditedBy(user.Id);
    }

    private static ProblemHttpResult? RefusalToApprove(RootCauseAnalysis analysis, CurrentUser user)
    {
        if (!user.May(RootCauseAnalysisPermissions.Approve))
            return ApiProblem.Forbidden($"Approving an analysis needs the permission {RootCauseAnalysisPermissions.Approve}.");
        if (analysis.IsWrittenBy(user.Id))
            return ApiProblem.Forbidden("An analysis is not approved by anybody who wrote it or changed it last. Ask another person.");
        return string.IsNullOrWhiteSpace(analysis.RootCause)
            ? ApiProblem.Validation("root_cause", "An analysis that names no root cause can't be approved.")
            : null;
    }
}
