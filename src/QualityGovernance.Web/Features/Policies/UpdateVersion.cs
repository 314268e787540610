namespace QualityGovernance.Web.Features.Policies;

/// <summary>What is left out stays as it is.</summary>
public sealed record PolicyVersionUpdate(
    [Required, Text(Policy.LongestTitle, Min = 1)] Optional<string?> Title,
    [Text(Policy.LongestDescription)] Optional<string?> Description,
    [Text(Policy.LongestContent)] Optional<string?> Content) : IPartialUpdate<PolicyVersion>;

internal static class UpdateVersion
{
    public static async Task<Results<Ok<PolicyVersionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "policy_id")] int policyId, int number, PolicyVersionUpdate request, CurrentUser user, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        if (await db.FindPolicyAsync(user, policyId, number, cancellation) is not { } policy) return ApiProblem.NotFound("Policy", policyId);
        policy.KeepFirst();
        var version = policy.Versions.SingleOrDefault(candidate => candidate.Number == number);
        if (version is null) return ApiProblem.NotFound("Version", number);
        if (version.Status != DocumentStatus.Draft) return PolicyRules.FrozenText(policy.Id, number, version.Status);

        var before = version.Sha256();
        request.ApplyTo(version);
        if (version.Sha256() == before) return TypedResults.Ok(PolicyVersionResponse.Of(policyId, version));
        version.WrittenBy(user.Id);
        policy.Show();
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(PolicyVersionResponse.Of(policyId, version));
    }
}
