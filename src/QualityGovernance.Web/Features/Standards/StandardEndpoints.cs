using QualityGovernance.Web.Features.Standards.Applicability;
using QualityGovernance.Web.Features.Standards.Clauses;
using QualityGovernance.Web.Features.Standards.Controls;

namespace QualityGovernance.Web.Features.Standards;

public static class StandardEndpoints
{
    public static IEndpointRouteBuilder MapStandards(this IEndpointRouteBuilder routes)
    {
        var standards = routes.MapModule("/api/v1/standards", "Standards");
        standards.MapGet("", ReadStandards.ListAsync).RequirePermission(StandardPermissions.Read).WithName("ListStandards").WithSummary("List all standards");
        standards.MapPost("", CreateStandard.HandleAsync).RequirePermission(StandardPermissions.Create).WithName("CreateStandard").WithSummary("Add a standard to the library");
        standards.MapGet("/{standard_id}", ReadStandards.OneAsync).RequirePermission(StandardPermissions.Read).WithName("GetStandard").WithSummary("Get a standard with its clauses");
        standards.MapPatch("/{standard_id}", UpdateStandard.HandleAsync).RequirePermission(StandardPermissions.Update).WithName("UpdateStandard").WithSummary("Update a standard");
        standards.MapGet("/{standard_id}/statement-of-applicability", ReadApplicability.HandleAsync).RequirePermission(StandardPermissions.Read)
            .WithName("GetStatementOfApplicability").WithSummary("Get the statement of applicability: every control, whether it applies, why, and how far it is implemented");

        standards.MapGet("/{standard_id}/clauses", ReadClauses.ListAsync).RequirePermission(StandardPermissions.Read).WithName("ListClauses").WithSummary("List the clauses of a standard below one parent");
        standards.MapPost("/{standard_id}/clauses", CreateClause.HandleAsync).RequirePermission(StandardPermissions.CreateClause).WithName("CreateClause").WithSummary("Add a clause to a standard");
        standards.MapGet("/clauses/{clause_id}", ReadClauses.OneAsync).RequirePermission(StandardPermissions.Read).WithName("GetClause").WithSummary("Get a clause with its controls");
        standards.MapPatch("/clauses/{clause_id}", UpdateClause.HandleAsync).RequirePermission(StandardPermissions.UpdateClause).WithName("UpdateClause").WithSummary("Update a clause, or move it in the tree");

        standards.MapPost("/clauses/{clause_id}/controls", CreateControl.HandleAsync).RequirePermission(StandardPermissions.CreateControl).WithName("CreateControl").WithSummary("Add a control to a clause");
        standards.MapGet("/controls/{control_id}", ReadControls.OneAsync).RequirePermission(StandardPermissions.Read).WithName("GetControl").WithSummary("Get a control");
        standards.MapPatch("/controls/{control_id}", UpdateControl.HandleAsync).RequirePermission(StandardPermissions.UpdateControl).WithName("UpdateControl").WithSummary("Update a control, its applicability and its implementation");
        return routes;
    }
}
