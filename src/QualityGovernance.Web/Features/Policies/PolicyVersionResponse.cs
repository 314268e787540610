namespace QualityGovernance.Web.Features.Policies;

/// <param name="PolicyId">Of the policy.</param>
/// <param name="Number">From 1.</param>
/// <param name="Title">As this version has it.</param>
/// <param name="Description">As this version has it.</param>
/// <param name="Content">The text itself.</param>
/// <param name="Sha256">Of title, description and content in UTF-8 with a NUL between them.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="AuthorIds">Who wrote, changed or submitted it; none of them can approve it.</param>
/// <param name="CreatedAt">In UTC.</param>
/// <param name="SubmittedAt">In UTC; empty for a draft.</param>
/// <param name="ApprovedById">Who approved it.</param>
/// <param name="ApprovedAt">In UTC.</param>
/// <param name="ApprovedSha256">Of the text that was approved.</param>
/// <param name="PublishedById">Who published it.</param>
/// <param name="PublishedAt">In UTC.</param>
/// <param name="Comment">What was said at the last change of status.</param>
public sealed record PolicyVersionResponse(
    int PolicyId,
    int Number,
    string Title,
    string? Description,
    string? Content,
    string Sha256,
    DocumentStatus Status,
    IReadOnlyList<int> AuthorIds,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    int? ApprovedById,
    DateTimeOffset? ApprovedAt,
    string? ApprovedSha256,
    int? PublishedById,
    DateTimeOffset? PublishedAt,
    string? Comment)
{
    /// <param name="policyId">A version that is not kept yet does not know it.</param>
    /// <param name="version">With its whole text.</param>
    public static PolicyVersionResponse Of(int policyId, PolicyVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new(
            policyId,
            version.Number,
            version.Title,
            version.Description,
            version.Content,
            version.Sha256(),
            version.Status,
            version.AuthorIds,
            version.CreatedAt,
            version.SubmittedAt,
            version.ApprovedById,
            version.ApprovedAt,
            version.ApprovedSha256,
            version.PublishedById,
            version.PublishedAt,
            version.Comment);
    }
}
