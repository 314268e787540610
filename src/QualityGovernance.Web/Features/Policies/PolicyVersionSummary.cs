namespace QualityGovernance.Web.Features.Policies;

/// <summary>A version in a list, without its text.</summary>
public sealed record PolicyVersionSummary(
    int Number,
    string Title,
    DocumentStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    int? ApprovedById,
    DateTimeOffset? ApprovedAt,
    string? ApprovedSha256,
    int? PublishedById,
    DateTimeOffset? PublishedAt);
