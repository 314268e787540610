namespace QualityGovernance.Web.Features.Policies;

/// <param name="Comment">Kept with the version.</param>
/// <param name="Sha256">The text that is meant, as reading the version states it: the move is refused if it has another one by now.</param>
public sealed record PolicyMove(
    [Text(PolicyVersion.LongestComment)] string? Comment = null,
    [Pattern(64, "^[0-9A-Fa-f]{64}$", "This must be 64 hexadecimal digits.")] string? Sha256 = null);

internal static class MoveVersion
{
    /// <summary>The handler that moves a version to the status. The body may be left out.</summary>
    public static Delegate To(DocumentStatus status) => Task<Results<Ok<PolicyVersionResponse>, ProblemHttpResult>> (
        [FromRoute(Name = "policy_id")] int policyId, int number, PolicyMove? request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        HandleAsync(policyId, number, status, request ?? new(), user, db, time, cancellation);

    private static async Task<Results<Ok<PolicyVersionResponse>, ProblemHttpResult>> HandleAsync(
        int policyId, int number, DocumentStatus status, PolicyMove request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        if (await db.FindPolicyAsync(user, policyId, number, cancellation) is not { } policy) return ApiProblem.NotFound("Policy", policyId);
        policy.KeepFirst();
        var version = policy.Versions.SingleOrDefault(candidate => candidate.Number == number);
        if (version is null) return ApiProblem.NotFound("Version", number);
        if (PolicyMoves.Refusal(version, status, user) is { } refusal) return refusal;
        if (request.Sha256 is { } meant && !string.Equals(meant, version.Sha256(), StringComparison.OrdinalIgnoreCase))
            return ApiProblem.Conflict($"The text of version {number} is not the one that sha256 names. Read it again.", new Dictionary<string, object?> { ["sha256"] = version.Sha256() });

        policy.Move(version, status, user, time.Now(), request.Comment);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(PolicyVersionResponse.Of(policyId, version));
    }
}
