using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Policies;

internal static class ReadVersions
{
    public static async Task<Results<Ok<PolicyVersionResponse>, ProblemHttpResult>> OneAsync(
        [FromRoute(Name = "policy_id")] int policyId, int number, CurrentUser user, QgpDbContext db, CancellationToken cancellation)
    {
        var found = await db.PoliciesFor(user)
            .Where(policy => policy.Id == policyId)
            .Select(policy => new { Policy = policy, Version = policy.Versions.SingleOrDefault(version => version.Number == number) })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellation);
        if (found is null) return ApiProblem.NotFound("Policy", policyId);
        var version = found.Version ?? (found.Policy.LatestVersion is null && number == 1 ? PolicyVersion.FirstOf(found.Policy) : null);
        return version is null ? ApiProblem.NotFound("Version", number) : TypedResults.Ok(PolicyVersionResponse.Of(policyId, version));
    }

    /// <summary>The latest first.</summary>
    public static async Task<Results<Ok<Page<PolicyVersionSummary>>, ProblemHttpResult>> ListAsync(
        [FromRoute(Name = "policy_id")] int policyId, PageRequest page, CurrentUser user, QgpDbContext db, CancellationToken cancellation)
    {
        if (await db.PoliciesFor(user).AsNoTracking().OneAsync(policyId, cancellation) is not { } policy) return ApiProblem.NotFound("Policy", policyId);
        var kept = await db.Set<PolicyVersion>()
            .Where(version => version.PolicyId == policyId)
            .Select(version => new Numbered { Id = version.Number, Version = version })
            .OrderByDescending(numbered => numbered.Id)
            .ToPageAsync(
                page,
                numbered => new PolicyVersionSummary(
                    numbered.Version.Number,
                    numbered.Version.Title,
                    numbered.Version.Status,
                    numbered.Version.CreatedAt,
                    numbered.Version.SubmittedAt,
                    numbered.Version.ApprovedById,
                    numbered.Version.ApprovedAt,
                    numbered.Version.ApprovedSha256,
                    numbered.Version.PublishedById,
                    numbered.Version.PublishedAt),
                cancellation);
        return TypedResults.Ok(policy.LatestVersion is null ? Page.Of(page.Page == 1 ? [First(policy)] : Array.Empty<PolicyVersionSummary>(), 1, page) : kept);
    }

    private static PolicyVersionSummary First(Policy policy) => new(1, policy.Title, policy.Status, policy.CreatedAt, null, null, null, null, null, null);

    /// <summary>Pages need an id to begin at; within one policy the number is it.</summary>
    private sealed class Numbered
    {
        public required int Id { get; init; }

        public required PolicyVersion Version { get; init; }
    }
}
