namespace QualityGovernance.Web.Features.Policies;

internal static class DeletePolicy
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "policy_id")] int policyId, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.PoliciesFor(user).OneAsync(policyId, cancellation) is not { } policy) return ApiProblem.NotFound("Policy", policyId);
        policy.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
