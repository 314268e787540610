using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Web.Features.Policies;

public static class PolicyEndpoints
{
    public static IEndpointRouteBuilder MapPolicies(this IEndpointRouteBuilder routes)
    {
        var policies = routes.MapModule("/api/v1/policies", "Policy Library");
        policies.MapGet("", ReadPolicies.ListAsync).RequirePermission(PolicyPermissions.Read).WithName("ListPolicies").WithSummary("List all policies");
        policies.MapPost("", CreatePolicy.HandleAsync).RequirePermission(PolicyPermissions.Create).WithName("CreatePolicy").WithSummary("Create a new policy");
        policies.MapGet("/{policy_id}", ReadPolicies.OneAsync).RequirePermission(PolicyPermissions.Read).WithName("GetPolicy").WithSummary("Get a policy by ID");
        policies.MapPut("/{policy_id}", UpdatePolicy.HandleAsync).RequirePermission(PolicyPermissions.Update).WithName("UpdatePolicy").WithSummary("Update a policy");
        policies.MapDelete("/{policy_id}", DeletePolicy.HandleAsync).RequirePermission(PolicyPermissions.Delete).WithName("DeletePolicy").WithSummary("Delete a policy");
        return routes;
    }
}
