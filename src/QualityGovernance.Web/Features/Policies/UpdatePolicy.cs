namespace QualityGovernance.Web.Features.Policies;

/// <summary>What is left out stays as it is. Title, description and status are those of the version shown.</summary>
public sealed record PolicyUpdate(
    [Required, Text(Policy.LongestTitle, Min = 1)] Optional<string?> Title,
    [Text(Policy.LongestDescription)] Optional<string?> Description,
    [Required] Optional<DocumentType?> DocumentType,
    [Required] Optional<DocumentStatus?> Status,
    [Required] Optional<PolicyVisibility?> Visibility,
    [Items(PolicyRules.MostReaders)] Optional<IReadOnlyList<int>?> AllowedUserIds,
    [Items(PolicyRules.MostReaders)] Optional<IReadOnlyList<int>?> AllowedRoleIds,
    [Dated] Optional<DateOnly?> ReviewDate);

internal static class UpdatePolicy
{
    public static async Task<Results<Ok<PolicyResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "policy_id")] int policyId, PolicyUpdate request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        if (await db.FindPolicyAsync(user, policyId, 1, cancellation) is not { } policy) return ApiProblem.NotFound("Policy", policyId);
        var changes = Changes(policy, request);
        if (!changes.Any) return TypedResults.Ok(PolicyResponse.Of(policy));
        var users = request.AllowedUserIds.Value.Stored()?.Except(policy.AllowedUserIds ?? []) ?? [];
        var roles = request.AllowedRoleIds.Value.Stored()?.Except(policy.AllowedRoleIds ?? []) ?? [];
        if (await db.UnknownReadersAsync(users, roles, cancellation) is { } unknown) return unknown;

        var isAlone = policy.IsFirstDraftOf(user.Id) && !changes.Status;
        if (!isAlone) policy.KeepFirst();
        if (Refusal(policy, request, changes, user) is { } refusal) return refusal;

        Describe(policy, request);
        if (isAlone) (policy.Title, policy.Description) = (request.Title.Or(policy.Title)!, request.Description.Or(policy.Description));
        else Apply(policy, request, changes, user, time);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(PolicyResponse.Of(policy));
    }

    private static (bool Text, bool Status, bool Any) Changes(Policy policy, PolicyUpdate request)
    {
        var text = request.Title.Or(policy.Title) != policy.Title || request.Description.Or(policy.Description) != policy.Description;
        var status = request.Status.Or(policy.Status) != policy.Status;
        var rest = request.DocumentType.Or(policy.DocumentType) != policy.DocumentType
            || (request.Visibility.HasValue && request.Visibility.Value != (policy.Visibility ?? PolicyVisibility.Everyone))
            || request.ReviewDate.Or(policy.ReviewDate) != policy.ReviewDate
            || request.AllowedUserIds.HasValue
            || request.AllowedRoleIds.HasValue;
        return (text, status, text || status || rest);
    }

    private static ProblemHttpResult? Refusal(Policy policy, PolicyUpdate request, (bool Text, bool Status, bool Any) changes, CurrentUser user)
    {
        if (policy.LatestVersion is null) return null;
        var shown = policy.Versions.Single(version => version.Number == policy.Shown);
        if (changes.Status && (PolicyMoves.Refusal(shown, request.Status.Value!.Value, user) ?? PolicyMoves.Forbidden(request.Status.Value!.Value, user)) is { } refusal) return refusal;
        return changes.Text && shown.Status != DocumentStatus.Draft ? PolicyRules.FrozenText(policy.Id, shown.Number, shown.Status) : null;
    }

    private static void Describe(Policy policy, PolicyUpdate request)
    {
        policy.DocumentType = request.DocumentType.Or(policy.DocumentType)!.Value;
        if (request.Visibility.Value is { } visibility) policy.ShowTo(visibility);
        policy.ReviewDate = request.ReviewDate.Or(policy.ReviewDate);
        if (request.AllowedUserIds.HasValue) policy.AllowedUserIds = request.AllowedUserIds.Value.Stored();
        if (request.AllowedRoleIds.HasValue) policy.AllowedRoleIds = request.AllowedRoleIds.Value.Stored();
    }

    private static void Apply(Policy policy, PolicyUpdate request, (bool Text, bool Status, bool Any) changes, CurrentUser user, TimeProvider time)
    {
        var shown = policy.Versions.Single(version => version.Number == policy.Shown);
        if (changes.Text)
        {
            (shown.Title, shown.Description) = (request.Title.Or(shown.Title)!, request.Description.Or(shown.Description));
            shown.WrittenBy(user.Id);
        }

        if (changes.Status) policy.Move(shown, request.Status.Value!.Value, user, time.Now());
        else policy.Show();
    }
}
