namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>One audit, carried out by a published template.</summary>
public sealed class AuditRun : Entity, IReferenced, IAuthored
{
    public const int LongestTitle = 300;
    public const int LongestLocation = 200;
    public const int LongestLocationDetails = 500;
    public const int LongestNotes = 50_000;

    public static Transitions<AuditRunStatus> Life { get; } = new(AuditRunStatus.Scheduled, new Dictionary<AuditRunStatus, AuditRunStatus[]>
    {
        [AuditRunStatus.Scheduled] = [AuditRunStatus.InProgress, AuditRunStatus.Cancelled],
        [AuditRunStatus.InProgress] = [AuditRunStatus.PendingReview, AuditRunStatus.Completed, AuditRunStatus.Cancelled],
        [AuditRunStatus.PendingReview] = [AuditRunStatus.InProgress, AuditRunStatus.Completed, AuditRunStatus.Cancelled],
    });

    public string ReferenceNumber { get; init; } = "";

    string IReferenced.ReferencePrefix => "AUD";

    public required int TemplateId { get; init; }

    /// <summary>Of the template, whose content no longer changes.</summary>
    public required int TemplateVersion { get; init; }

    public string? Title { get; set; }

    public string? Location { get; set; }

    public string? LocationDetails { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public DateTimeOffset? ScheduledDate { get; set; }

    public DateTimeOffset? DueDate { get; set; }

    public int? AssignedToId { get; set; }

    public string? Notes { get; set; }

    public AuditRunStatus Status { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public double? Score { get; private set; }

    public double? MaxScore { get; private set; }

    public double? ScorePercentage { get; private set; }

    /// <summary>Whether the score is good enough; null when the template does not say what is.</summary>
    public bool? IsPassed { get; private set; }

    public int? CreatedById { get; private set; }

    public int? UpdatedById { get; private set; }

    public bool IsFinal => Life.After(Status).Count == 0;

    /// <summary>Whose result this is: the auditor (who created it, where nobody is assigned), and who handed it in, which is the last change before the review.</summary>
    public bool IsWorkOf(int userId) => userId == (AssignedToId ?? CreatedById) || userId == UpdatedById;

    public void Start(DateTimeOffset now) => (Status, StartedAt) = (AuditRunStatus.InProgress, now);

    /// <summary>The answers are in and judged; somebody else has to look at them.</summary>
    public void HandIn(ScoreCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        Status = AuditRunStatus.PendingReview;
        Take(card);
    }

    /// <summary>The reviewer wants it corrected: it has no score until it is handed in again.</summary>
    public void Return()
    {
        Status = AuditRunStatus.InProgress;
        Take(ScoreCard.None);
    }

    public void Complete(ScoreCard card, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(card);
        Status = AuditRunStatus.Completed;
        CompletedAt = now;
        Take(card);
    }

    public void Cancel() => Status = AuditRunStatus.Cancelled;

    private void Take(ScoreCard card) => (Score, MaxScore, ScorePercentage, IsPassed) = (card.Score, card.MaxScore, card.Percentage, card.IsPassed);
}
