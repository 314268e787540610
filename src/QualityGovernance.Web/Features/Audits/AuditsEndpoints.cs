using QualityGovernance.Web.Features.Audits.Findings;
using QualityGovernance.Web.Features.Audits.Runs;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits;

public static class AuditsEndpoints
{
    public static IEndpointRouteBuilder MapAudits(this IEndpointRouteBuilder routes)
    {
        var audits = routes.MapModule("/api/v1/audits", "Audits");
        MapTemplates(audits);
        MapParts(audits);
        MapRuns(audits);
        MapFindings(audits);
        return routes;
    }

    private static void MapTemplates(RouteGroupBuilder audits)
    {
        audits.MapGet("/templates", ReadTemplates.ListAsync).RequirePermission(AuditsPermissions.ReadTemplates).WithName("ListAuditTemplates").WithSummary("List all audit templates");
        audits.MapPost("/templates", CreateTemplate.HandleAsync).RequirePermission(AuditsPermissions.CreateTemplate).WithName("CreateAuditTemplate").WithSummary("Create an audit template");
        audits.MapGet("/templates/{template_id}", ReadTemplates.OneAsync).RequirePermission(AuditsPermissions.ReadTemplates).WithName("GetAuditTemplate").WithSummary("Get an audit template with its sections and questions");
        audits.MapPatch("/templates/{template_id}", UpdateTemplate.HandleAsync).RequirePermission(AuditsPermissions.UpdateTemplate).WithName("UpdateAuditTemplate").WithSummary("Update an audit template")
            .AlsoAnswers(403, $"publishes without {AuditsPermissions.PublishTemplate}");
        audits.MapDelete("/templates/{template_id}", DeleteTemplate.HandleAsync).RequirePermission(AuditsPermissions.DeleteTemplate).WithName("DeleteAuditTemplate").WithSummary("Delete an audit template");
        audits.MapPost("/templates/{template_id}/publish", PublishTemplate.HandleAsync).RequirePermission(AuditsPermissions.PublishTemplate).WithName("PublishAuditTemplate").WithSummary("Publish an audit template: from then on it is frozen, and audits can use it");
        audits.MapPost("/templates/{template_id}/clone", CloneTemplate.HandleAsync).RequirePermission(AuditsPermissions.CreateTemplate).WithName("CloneAuditTemplate").WithSummary("Copy an audit template as the start of another one");
        audits.MapPost("/templates/{template_id}/versions", CreateTemplateVersion.HandleAsync).RequirePermission(AuditsPermissions.CreateTemplate).WithName("CreateAuditTemplateVersion").WithSummary("Start the next version of a published audit template");
    }

    private static void MapParts(RouteGroupBuilder audits)
    {
        audits.MapPost("/templates/{template_id}/sections", CreateSection.HandleAsync).RequirePermission(AuditsPermissions.UpdateTemplate).WithName("CreateAuditSection").WithSummary("Add a section to an audit template");
        audits.MapPatch("/sections/{section_id}", UpdateSection.HandleAsync).RequirePermission(AuditsPermissions.UpdateTemplate).WithName("UpdateAuditSection").WithSummary("Update a section");
        audits.MapDelete("/sections/{section_id}", DeleteSection.HandleAsync).RequirePermission(AuditsPermissions.UpdateTemplate).WithName("DeleteAuditSection").WithSummary("Delete a section and its questions");
        audits.MapPost("/templates/{template_id}/questions", CreateQuestion.HandleAsync).RequirePermission(AuditsPermissions.UpdateTemplate).WithName("CreateAuditQuestion").WithSummary("Add a question to an audit template");
        audits.MapPatch("/questions/{question_id}", UpdateQuestion.HandleAsync).RequirePermission(AuditsPermissions.UpdateTemplate).WithName("UpdateAuditQuestion").WithSummary("Update a question");
        audits.MapDelete("/questions/{question_id}", DeleteQuestion.HandleAsync).RequirePermission(AuditsPermissions.UpdateTemplate).WithName("DeleteAuditQuestion").WithSummary("Delete a question");
    }

    private static void MapRuns(RouteGroupBuilder audits)
    {
        audits.MapGet("/runs", ReadRuns.ListAsync).RequirePermission(AuditsPermissions.ReadRuns).WithName("ListAuditRuns").WithSummary("List all audits");
        audits.MapPost("/runs", CreateRun.HandleAsync).RequirePermission(AuditsPermissions.CreateRun).WithName("CreateAuditRun").WithSummary("Schedule an audit by a published template");
        audits.MapGet("/runs/{run_id}", ReadRuns.OneAsync).RequirePermission(AuditsPermissions.ReadRuns).WithName("GetAuditRun").WithSummary("Get an audit with its answers and findings");
        audits.MapPatch("/runs/{run_id}", UpdateRun.HandleAsync).RequirePermission(AuditsPermissions.UpdateRun).WithName("UpdateAuditRun").WithSummary("Update an audit")
            .AlsoAnswers(403, $"approves without {AuditsPermissions.ApproveRun}, or what they have carried out or handed in themselves");
        audits.MapPost("/runs/{run_id}/start", StartRun.HandleAsync).RequirePermission(AuditsPermissions.ConductRun).WithName("StartAuditRun").WithSummary("Start an audit");
        audits.MapPost("/runs/{run_id}/complete", CompleteRun.HandleAsync).RequirePermission(AuditsPermissions.ConductRun).WithName("CompleteAuditRun").WithSummary("Complete an audit and compute its score");
        audits.MapPost("/runs/{run_id}/responses", CreateResponse.HandleAsync).RequirePermission(AuditsPermissions.ConductRun).WithName("CreateAuditResponse").WithSummary("Answer a question of an audit");
        audits.MapPatch("/responses/{response_id}", UpdateResponse.HandleAsync).RequirePermission(AuditsPermissions.ConductRun).WithName("UpdateAuditResponse").WithSummary("Correct an answer");
    }

    private static void MapFindings(RouteGroupBuilder audits)
    {
        audits.MapGet("/findings", ReadFindings.ListAsync).RequirePermission(AuditsPermissions.ReadFindings).WithName("ListAuditFindings").WithSummary("List all findings");
        audits.MapPost("/runs/{run_id}/findings", CreateFinding.HandleAsync).RequirePermission(AuditsPermissions.CreateFinding).WithName("CreateAuditFinding").WithSummary("Record a finding of an audit");
        audits.MapPatch("/findings/{finding_id}", UpdateFinding.HandleAsync).RequirePermission(AuditsPermissions.UpdateFinding).WithName("UpdateAuditFinding").WithSummary("Update a finding");
    }
}
