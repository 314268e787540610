namespace QualityGovernance.Web.Features.Policies;

/// <summary>Removes a draft that is not to become a version. Its text stays in the audit trail, and its number is not given again.</summary>
internal static class DiscardVersion
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "policy_id")] int policyId, int number, CurrentUser user, QgpDbContext db, CancellationToken cancellation)
    {
        if (await db.FindPolicyAsync(user, policyId, number, cancellation) is not { } policy) return ApiProblem.NotFound("Policy", policyId);
        policy.KeepFirst();
        var version = policy.Versions.SingleOrDefault(candidate => candidate.Number == number);
        if (version is null) return ApiProblem.NotFound("Version", number);
        if (version.Status != DocumentStatus.Draft) return NotADraft(policyId, version);
        if (policy.Versions.Count == 1) return ApiProblem.Conflict($"Version {number} is the only one of the policy. Change it, or delete the policy: DELETE /api/v1/policies/{policyId}.");
        if (!version.AuthorIds.Contains(user.Id) && !user.May(PolicyPermissions.Delete))
            return ApiProblem.Forbidden($"Discarding a draft that others have written needs the permission {PolicyPermissions.Delete}.");

        db.Remove(version);
        policy.Discard(version);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult NotADraft(int policyId, PolicyVersion version)
    {
        var address = $"/api/v1/policies/{policyId}/versions/{version.Number}";
        var allowed = Policy.Life.After(version.Status).Select(EnumNames.Of).ToList();
        var remedy = version.Status switch
        {
            DocumentStatus.UnderReview or DocumentStatus.Approved => $"Make it a draft first, with POST {address}/reject.",
            DocumentStatus.Published => $"What is in force can be retired, with POST {address}/retire.",
            _ => "It was in force, and is kept.",
        };
        return ApiProblem.Conflict(
            $"Only a draft can be discarded; version {version.Number} is {EnumNames.Of(version.Status)}. {remedy}",
            new Dictionary<string, object?> { ["status"] = EnumNames.Of(version.Status), ["needed"] = EnumNames.Of(DocumentStatus.Draft), ["allowed"] = allowed });
    }
}
