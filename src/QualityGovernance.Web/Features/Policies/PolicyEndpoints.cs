namespace QualityGovernance.Web.Features.Policies;

public static class PolicyEndpoints
{
    public static IEndpointRouteBuilder MapPolicies(this IEndpointRouteBuilder routes)
    {
        var policies = routes.MapModule("/api/v1/policies", "Policy Library");
        policies.MapGet("", ReadPolicies.ListAsync).RequirePermission(PolicyPermissions.Read).WithName("ListPolicies").WithSummary("List all policies");
        policies.MapPost("", CreatePolicy.HandleAsync).RequirePermission(PolicyPermissions.Create).WithName("CreatePolicy").WithSummary("Create a new policy")
            .AlsoAnswers(403, $"chooses a reference number without {PolicyPermissions.SetReferenceNumber}");
        policies.MapGet("/{policy_id}", ReadPolicies.OneAsync).RequirePermission(PolicyPermissions.Read).WithName("GetPolicy").WithSummary("Get a policy by ID");
        policies.MapPut("/{policy_id}", UpdatePolicy.HandleAsync).RequirePermission(PolicyPermissions.Update).WithName("UpdatePolicy").WithSummary("Update a policy")
            .AlsoAnswers(403, $"asks for the status approved without {PolicyPermissions.Approve} or as one of the authors, or for published or retired without {PolicyPermissions.Publish}");
        policies.MapDelete("/{policy_id}", DeletePolicy.HandleAsync).RequirePermission(PolicyPermissions.Delete).WithName("DeletePolicy").WithSummary("Delete a policy");
        MapVersions(policies);
        policies.MapGet("/{policy_id}/acknowledgements", ReadAcknowledgements.ListAsync).RequirePermission(PolicyPermissions.ReadAcknowledgements).WithName("ListPolicyAcknowledgements").WithSummary("List who has acknowledged a version and who has not");
        policies.MapPost("/{policy_id}/acknowledgements", AcknowledgePolicy.HandleAsync).RequirePermission(PolicyPermissions.Acknowledge).WithName("AcknowledgePolicy").WithSummary("Acknowledge the version in force");
        return routes;
    }

    private static void MapVersions(RouteGroupBuilder policies)
    {
        policies.MapGet("/{policy_id}/versions", ReadVersions.ListAsync).RequirePermission(PolicyPermissions.Read).WithName("ListPolicyVersions").WithSummary("List the versions of a policy, latest first");
        policies.MapPost("/{policy_id}/versions", CreateVersion.HandleAsync).RequirePermission(PolicyPermissions.Update).WithName("CreatePolicyVersion").WithSummary("Begin the next version of a policy");
        var version = policies.MapGroup("/{policy_id}/versions/{number}");
        version.MapGet("", ReadVersions.OneAsync).RequirePermission(PolicyPermissions.Read).WithName("GetPolicyVersion").WithSummary("Get a version with its text");
        version.MapPut("", UpdateVersion.HandleAsync).RequirePermission(PolicyPermissions.Update).WithName("UpdatePolicyVersion").WithSummary("Change the text of a draft");
        version.MapDelete("", DiscardVersion.HandleAsync).RequirePermission(PolicyPermissions.Update).WithName("DiscardPolicyVersion").WithSummary("Discard a draft beside the version in force")
            .AlsoAnswers(403, $"is no author of the draft and lacks {PolicyPermissions.Delete}");
        version.MapPost("/submit", MoveVersion.To(DocumentStatus.UnderReview)).RequirePermission(PolicyPermissions.Update).WithName("SubmitPolicyVersion").WithSummary("Ask for the review of a draft");
        version.MapPost("/approve", MoveVersion.To(DocumentStatus.Approved)).RequirePermission(PolicyPermissions.Approve).WithName("ApprovePolicyVersion").WithSummary("Approve the text of a version that others have written")
            .AlsoAnswers(403, "is one of the authors");
        version.MapPost("/reject", MoveVersion.To(DocumentStatus.Draft)).RequirePermission(PolicyPermissions.Approve).WithName("RejectPolicyVersion").WithSummary("Make a version a draft again");
        version.MapPost("/publish", MoveVersion.To(DocumentStatus.Published)).RequirePermission(PolicyPermissions.Publish).WithName("PublishPolicyVersion").WithSummary("Put an approved version into force in place of the one before");
        version.MapPost("/retire", MoveVersion.To(DocumentStatus.Retired)).RequirePermission(PolicyPermissions.Publish).WithName("RetirePolicyVersion").WithSummary("Retire the version in force, and the policy with it");
    }
}
