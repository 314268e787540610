using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Features.Policies;

/// <param name="Version">Its number; the version shown unless given.</param>
/// <param name="Acknowledged">True: those who have. False: those who have not.</param>
internal sealed record AcknowledgementFilter(
    [FromQuery(Name = "version")] int? Version,
    [FromQuery(Name = "acknowledged")] bool? Acknowledged);

internal static class ReadAcknowledgements
{
    /// <summary>Everyone whom the policy is addressed to now, with or without an acknowledgement, in the order of their ids.</summary>
    public static async Task<Results<Ok<Page<PolicyAcknowledgementResponse>>, ProblemHttpResult>> ListAsync(
        [FromRoute(Name = "policy_id")] int policyId,
        PageRequest page,
        [AsParameters] AcknowledgementFilter filter,
        CurrentUser user,
        QgpDbContext db,
        CancellationToken cancellation)
    {
        var policy = await db.PoliciesFor(user)
            .Where(policy => policy.Id == policyId)
            .Select(policy => new
            {
                policy.Visibility,
                policy.AllowedUserIds,
                policy.AllowedRoleIds,
                Version = filter.Version ?? policy.Version ?? 1,
                // A policy of which no version is kept apart has one all the same.
                IsThere = filter.Version == null || (policy.LatestVersion == null ? filter.Version == 1 : policy.Versions.Any(version => version.Number == filter.Version)),
            })
            .SingleOrDefaultAsync(cancellation);
        if (policy is null) return ApiProblem.NotFound("Policy", policyId);
        if (!policy.IsThere) return ApiProblem.Validation("version", "The policy has no such version.");

        var people = policy.Visibility == PolicyVisibility.Restricted
            ? AddresseeRecord.Among(db, policy.AllowedUserIds ?? [], policy.AllowedRoleIds ?? [])
            : AddresseeRecord.All(db);
        var taken = db.Set<PolicyAcknowledgement>().Where(one => one.PolicyId == policyId && one.Version == policy.Version);
        if (filter.Acknowledged is { } wanted) people = people.Where(person => taken.Any(one => one.UserId == person.Id) == wanted);
        return TypedResults.Ok(await people.OrderBy(person => person.Id).ToPageAsync(page, Shown(taken, policy.Version), cancellation));
    }

    private static Expression<Func<AddresseeRecord, PolicyAcknowledgementResponse>> Shown(IQueryable<PolicyAcknowledgement> taken, int version) => person =>
        new PolicyAcknowledgementResponse(
            person.Id,
            person.Name,
            version,
            taken.Where(one => one.UserId == person.Id).Select(one => (DateTimeOffset?)one.AcknowledgedAt).SingleOrDefault());
}
