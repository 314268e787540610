using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Policies;

/// <param name="Version">The number of the version that was read; the one in force.</param>
public sealed record PolicyAcknowledge([Required, Range(1)] int? Version);

/// <summary>The caller's own acknowledgement.</summary>
public sealed record PolicyAcknowledged(int PolicyId, int Version, int UserId, DateTimeOffset AcknowledgedAt);

internal static class AcknowledgePolicy
{
    public static async Task<Results<Created<PolicyAcknowledged>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "policy_id")] int policyId, PolicyAcknowledge request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        var shown = await db.PoliciesFor(user).Where(policy => policy.Id == policyId).Select(policy => new { Version = policy.Version ?? 1, policy.Status }).SingleOrDefaultAsync(cancellation);
        if (shown is null) return ApiProblem.NotFound("Policy", policyId);
        if (shown.Status != DocumentStatus.Published) return ApiProblem.Conflict("No version of the policy is in force, so that there is nothing to acknowledge yet.");
        if (shown.Version != request.Version)
            return ApiProblem.Conflict($"Version {shown.Version} is in force, and that alone can be acknowledged. Read it first.", new Dictionary<string, object?> { ["version"] = shown.Version });

        var taken = new PolicyAcknowledgement { PolicyId = policyId, Version = shown.Version, UserId = user.Id, AcknowledgedAt = time.Now() };
        db.Add(taken);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (UniqueViolationException)
        {
            return ApiProblem.Conflict($"You have acknowledged version {shown.Version} before; once is enough.");
        }

        return TypedResults.Created(
            $"/api/v1/policies/{policyId}/acknowledgements", new PolicyAcknowledged(policyId, taken.Version, taken.UserId, taken.AcknowledgedAt));
    }
}
