using Microsoft.AspNetCore.Http.HttpResults;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Features.Policies;

/// <summary>What several operations on policies check.</summary>
internal static class PolicyRules
{
    private const int MostReaders = 100;

    /// <summary>Absent is fine; a title that is given must be one.</summary>
    public static FieldErrors Text(this FieldErrors errors, Optional<string?> title, Optional<string?> description, Optional<string?> content) => errors
        .Text("title", title, min: 1, max: Policy.LongestTitle, required: true)
        .Text("description", description, max: Policy.LongestDescription)
        .Text("content", content, max: Policy.LongestContent);

    public static FieldErrors Readers(this FieldErrors errors, string field, IReadOnlyList<int>? ids) =>
        errors.Require(ids is null || ids.Count <= MostReaders, field, $"This names more than {MostReaders}; name roles instead of people.");

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

    public static ProblemHttpResult FrozenText(int number, DocumentStatus status)
    {
        var remedy = status switch
        {
            DocumentStatus.UnderReview or DocumentStatus.Approved => "Make it a draft again, which ends its approval, with POST /api/v1/policies/{policy_id}/versions/{number}/reject.",
            DocumentStatus.Retired => "The policy has ended; create another one.",
            _ => "Begin the next version with POST /api/v1/policies/{policy_id}/versions.",
        };
        return ApiProblem.Conflict(
            $"Only the text of a draft can be changed; version {number} is {EnumNames.Of(status)}. {remedy}",
            new Dictionary<string, object?> { ["status"] = EnumNames.Of(status), ["needed"] = EnumNames.Of(DocumentStatus.Draft) });
    }
}
