using System.Security.Cryptography;
using System.Text;

namespace QualityGovernance.Web.Features.Policies;

/// <summary>One text of a policy, and what became of it.</summary>
public sealed class PolicyVersion
{
    public const int LongestComment = 5_000;

    public int PolicyId { get; private set; }

    /// <summary>From 1. Those of drafts that were discarded are missing.</summary>
    public required int Number { get; init; }

    public required string Title { get; set; }

    public string? Description { get; set; }

    public string? Content { get; set; }

    public DocumentStatus Status { get; private set; }

    /// <summary>Everyone who wrote, changed or submitted it. None of them approves it.</summary>
    public List<int> AuthorIds { get; private set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public int? ApprovedById { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Of the text that was approved; see <see cref="Sha256"/>.</summary>
    public string? ApprovedSha256 { get; private set; }

    public int? PublishedById { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>What was said at the last change of status.</summary>
    public string? Comment { get; private set; }

    /// <summary>The policy as its row has it, where no version is kept yet. Its approver is not known.</summary>
    public static PolicyVersion FirstOf(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var version = new PolicyVersion
        {
            Number = 1,
            Title = policy.Title,
            Description = policy.Description,
            Content = policy.InitialContent,
            Status = policy.Status,
            CreatedAt = policy.CreatedAt,
        };
        foreach (var author in new[] { policy.CreatedById, policy.UpdatedById }.OfType<int>()) version.WrittenBy(author);
        return version;
    }

    /// <summary>SHA-256 of title, description and content in UTF-8 with a NUL between them, which none of them can hold; in lower-case hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\0{Description}\0{Content}")));

    public void WrittenBy(int userId)
    {
        if (!AuthorIds.Contains(userId)) AuthorIds = [.. AuthorIds, userId];
    }

    /// <summary>Moves to a state that <see cref="Policy.Life"/> allows.</summary>
    public void MoveTo(DocumentStatus status, int userId, DateTimeOffset now, string? comment)
    {
        if (status == Status) return;
        (Status, Comment) = (status, comment);
        switch (status)
        {
            case DocumentStatus.Draft or DocumentStatus.UnderReview:
                (ApprovedById, ApprovedAt, ApprovedSha256) = (null, null, null);
                SubmittedAt = status == DocumentStatus.UnderReview ? now : null;
                break;
            case DocumentStatus.Approved:
                (ApprovedById, ApprovedAt, ApprovedSha256) = (userId, now, Sha256());
                break;
            case DocumentStatus.Published:
                (PublishedById, PublishedAt) = (userId, now);
                break;
            case DocumentStatus.Superseded or DocumentStatus.Retired:
                break;
        }
    }
}
