using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Features.Policies;

/// <summary>What several operations on policies check.</summary>
internal static class PolicyRules
{
    /// <summary>Who are more have a role to be named by.</summary>
    public const int MostReaders = 100;

    /// <summary>Null when all of them are there.</summary>
    public static async Task<ProblemHttpResult?> UnknownReadersAsync(
        this QgpDbContext db, IEnumerable<int> userIds, IEnumerable<int> roleIds, CancellationToken cancellation)
    {
        var (users, roles) = await AddresseeRecord.MissingAsync(db, [.. userIds], [.. roleIds], cancellation);
        var errors = new FieldErrors()
            .Require(users.Count == 0, "allowed_user_ids", $"There is no user {string.Join(" or ", users)}.")
            .Require(roles.Count == 0, "allowed_role_ids", $"There is no role {string.Join(" or ", roles)}.");
        return errors.Any ? errors.ToProblem() : null;
    }

    /// <summary>As they are stored: each once, in order, null for none.</summary>
    public static List<int>? Stored(this IReadOnlyList<int>? ids) => ids is null or [] ? null : [.. ids.Distinct().Order()];

    public static ProblemHttpResult FrozenText(int policyId, int number, DocumentStatus status)
    {
        var versions = $"/api/v1/policies/{policyId}/versions";
        var remedy = status switch
        {
            DocumentStatus.UnderReview or DocumentStatus.Approved => $"Make it a draft again, which ends its approval, with POST {versions}/{number}/reject.",
            DocumentStatus.Retired => "The policy has ended; create another one.",
            _ => $"Begin the next version with POST {versions}.",
        };
        return ApiProblem.Conflict(
            $"Only the text of a draft can be changed; version {number} is {EnumNames.Of(status)}. {remedy}",
            new Dictionary<string, object?> { ["status"] = EnumNames.Of(status), ["needed"] = EnumNames.Of(DocumentStatus.Draft) });
    }
}
