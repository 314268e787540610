using QualityGovernance.Web.Features.Risks.Assessments;
using QualityGovernance.Web.Features.Risks.Controls;
using QualityGovernance.Web.Features.Risks.Overview;

namespace QualityGovernance.Web.Features.Risks;

public static class RiskEndpoints
{
    public static IEndpointRouteBuilder MapRisks(this IEndpointRouteBuilder routes)
    {
        var risks = routes.MapModule("/api/v1/risks", "Risk Register");
        risks.MapGet("", ReadRisks.ListAsync).RequirePermission(RiskPermissions.Read).WithName("ListRisks").WithSummary("List all risks, the highest score first");
        risks.MapPost("", CreateRisk.HandleAsync).RequirePermission(RiskPermissions.Create).WithName("CreateRisk").WithSummary("Register a new risk");
        risks.MapGet("/statistics", ReadRiskStatistics.HandleAsync).RequirePermission(RiskPermissions.Read).WithName("GetRiskStatistics").WithSummary("Get statistics of the risk register");
        risks.MapGet("/matrix", ReadRiskMatrix.HandleAsync).RequirePermission(RiskPermissions.Read).WithName("GetRiskMatrix").WithSummary("Get the risk matrix with the number of risks in each cell");
        risks.MapGet("/{risk_id}", ReadRisks.OneAsync).RequirePermission(RiskPermissions.Read).WithName("GetRisk").WithSummary("Get a risk with its controls and assessments");
        risks.MapPatch("/{risk_id}", UpdateRisk.HandleAsync).RequirePermission(RiskPermissions.Update).WithName("UpdateRisk").WithSummary("Update a risk");
        risks.MapDelete("/{risk_id}", DeleteRisk.HandleAsync).RequirePermission(RiskPermissions.Delete).WithName("DeleteRisk").WithSummary("Delete a risk");

        risks.MapGet("/{risk_id}/controls", ReadRiskControls.ListAsync).RequirePermission(RiskPermissions.Read).WithName("ListRiskControls").WithSummary("List the active controls of a risk");
        risks.MapPost("/{risk_id}/controls", CreateRiskControl.HandleAsync).RequirePermission(RiskPermissions.CreateControl).WithName("CreateRiskControl").WithSummary("Add a control to a risk");
        risks.MapPatch("/controls/{control_id}", UpdateRiskControl.HandleAsync).RequirePermission(RiskPermissions.UpdateControl).WithName("UpdateRiskControl").WithSummary("Update a control of a risk");
        risks.MapDelete("/controls/{control_id}", DeleteRiskControl.HandleAsync).RequirePermission(RiskPermissions.DeleteControl).WithName("DeleteRiskControl").WithSummary("Delete a control of a risk");

        risks.MapGet("/{risk_id}/assessments", ReadRiskAssessments.ListAsync).RequirePermission(RiskPermissions.Read).WithName("ListRiskAssessments").WithSummary("List the assessments of a risk, newest first");
        risks.MapPost("/{risk_id}/assessments", CreateRiskAssessment.HandleAsync).RequirePermission(RiskPermissions.Assess).WithName("CreateRiskAssessment").WithSummary("Assess a risk; the newest assessment rates it");
        return routes;
    }
}
