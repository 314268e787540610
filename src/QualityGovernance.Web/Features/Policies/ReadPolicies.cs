using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Policies;

internal static class ReadPolicies
{
    public static async Task<Results<Ok<PolicyResponse>, ProblemHttpResult>> OneAsync([FromRoute(Name = "policy_id")] int policyId, QgpDbContext db, CancellationToken cancellation) =>
        await db.Set<Policy>().Where(policy => policy.Id == policyId).Select(PolicyResponse.Projection).SingleOrDefaultAsync(cancellation) is { } policy
            ? TypedResults.Ok(policy)
            : ApiProblem.NotFound("Policy", policyId);

    /// <summary>Newest number first.</summary>
    public static async Task<Ok<Page<PolicyResponse>>> ListAsync([DefaultPageSize(50)] PageRequest page, QgpDbContext db, CancellationToken cancellation) =>
        TypedResults.Ok(await db.Set<Policy>()
            .OrderByDescending(policy => policy.ReferenceNumber).ThenBy(policy => policy.Id)
            .ToPageAsync(page, PolicyResponse.Projection, cancellation));
}
