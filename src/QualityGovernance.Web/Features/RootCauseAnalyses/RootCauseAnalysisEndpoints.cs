namespace QualityGovernance.Web.Features.RootCauseAnalyses;

public static class RootCauseAnalysisEndpoints
{
    public static IEndpointRouteBuilder MapRootCauseAnalyses(this IEndpointRouteBuilder routes)
    {
        var analyses = routes.MapModule("/api/v1/rtas", "Root Cause Analysis");
        analyses.MapGet("", ReadAnalyses.ListAsync).RequirePermission(RootCauseAnalysisPermissions.Read).WithName("ListRtas").WithSummary("List root-cause analyses");
        analyses.MapPost("", CreateAnalysis.HandleAsync).RequirePermission(RootCauseAnalysisPermissions.Create).WithName("CreateRta").WithSummary("Begin a root-cause analysis of an incident");
        analyses.MapGet("/{rta_id}", ReadAnalyses.OneAsync).RequirePermission(RootCauseAnalysisPermissions.Read).WithName("GetRta").WithSummary("Get a root-cause analysis by ID");
        analyses.MapPatch("/{rta_id}", UpdateAnalysis.HandleAsync).RequirePermission(RootCauseAnalysisPermissions.Update).WithName("UpdateRta").WithSummary("Update a root-cause analysis, or move it on")
            .AlsoAnswers(403, $"approves without {RootCauseAnalysisPermissions.Approve}, or what they wrote or changed last");
        analyses.MapDelete("/{rta_id}", DeleteAnalysis.HandleAsync).RequirePermission(RootCauseAnalysisPermissions.Delete).WithName("DeleteRta").WithSummary("Delete a root-cause analysis that is not approved");

        routes.MapModule("/api/v1/incidents", "Root Cause Analysis")
            .MapGet("/{incident_id}/rtas", ReadAnalyses.OfIncidentAsync).RequirePermission(RootCauseAnalysisPermissions.Read).WithName("ListIncidentRtas").WithSummary("List the root-cause analyses of an incident");
        return routes;
    }
}
