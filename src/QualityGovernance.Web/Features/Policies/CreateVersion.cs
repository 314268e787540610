namespace QualityGovernance.Web.Features.Policies;

/// <summary>What is left out, or the whole body, is taken over from the version before.</summary>
public sealed record PolicyVersionCreate(
    [Required, Text(Policy.LongestTitle, Min = 1)] Optional<string?> Title,
    [Text(Policy.LongestDescription)] Optional<string?> Description,
    [Text(Policy.LongestContent)] Optional<string?> Content);

internal static class CreateVersion
{
    public static async Task<Results<Created<PolicyVersionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "policy_id")] int policyId, PolicyVersionCreate? request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        request ??= new(default, default, default);
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        if (await db.FindPolicyAsync(user, policyId, 1, cancellation) is not { } policy) return ApiProblem.NotFound("Policy", policyId);
        policy.KeepFirst();
        if (policy.Versions.SingleOrDefault(version => version.Status is DocumentStatus.Draft or DocumentStatus.UnderReview or DocumentStatus.Approved) is { } open)
            return ApiProblem.Conflict($"Version {open.Number} is {EnumNames.Of(open.Status)} and comes first: publish it, or change it while it is a draft.");
        if (policy.Status == DocumentStatus.Retired) return ApiProblem.Conflict("The policy is retired; it has ended. Create another one.");

        var before = policy.Versions.Single(version => version.Number == policy.Shown);
        var next = policy.Begin(
            request.Title.Or(before.Title)!, request.Description.Or(before.Description), request.Content.Or(before.Content), user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/policies/{policyId}/versions/{next.Number}", PolicyVersionResponse.Of(policyId, next));
    }
}
