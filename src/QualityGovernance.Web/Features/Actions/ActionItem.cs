namespace QualityGovernance.Web.Features.Actions;

/// <summary>A corrective or preventive action: who does what about a record until when, who saw it done, and whether it helped.</summary>
public sealed class ActionItem : Entity, IReferenced, IAuthored
{
    public const int LongestTitle = 300;
    public const int LongestText = 50_000;

    public static Transitions<ActionStatus> Life { get; } = new(ActionStatus.Open, new Dictionary<ActionStatus, ActionStatus[]>
    {
        [ActionStatus.Open] = [ActionStatus.InProgress, ActionStatus.Cancelled],
        [ActionStatus.InProgress] = [ActionStatus.Completed, ActionStatus.Cancelled],
        // Back when whoever verifies it finds it not done.
        [ActionStatus.Completed] = [ActionStatus.Verified, ActionStatus.InProgress],
        [ActionStatus.Verified] = [ActionStatus.Effective, ActionStatus.NotEffective],
        [ActionStatus.NotEffective] = [ActionStatus.InProgress],
    });

    public string ReferenceNumber { get; init; } = "";

    string IReferenced.ReferencePrefix => "ACT";

    public required ActionSourceType SourceType { get; init; }

    /// <summary>Of the table that the kind of source has; a record there is never removed.</summary>
    public required int SourceId { get; init; }

    public required string Title { get; set; }

    public required string Description { get; set; }

    public ActionType ActionType { get; set; }

    public ActionPriority Priority { get; set; }

    public ActionStatus Status { get; private set; }

    /// <summary>Who has to do it.</summary>
    public required int OwnerId { get; set; }

    public required DateTimeOffset DueDate { get; set; }

    /// <summary>When to judge whether it helped.</summary>
    public DateTimeOffset? EffectivenessReviewDate { get; set; }

    /// <summary>Until when the next step has to be taken; null when no date is set for it. Stored, so that lists can be filtered by it.</summary>
    public DateTimeOffset? NextDueDate
    {
        get => Status switch
        {
            ActionStatus.Open or ActionStatus.InProgress => DueDate,
            ActionStatus.Verified => EffectivenessReviewDate,
            _ => null,
        };
        private set => _ = value; // follows from the others
    }

    /// <summary>The action that did not help, in whose place this one is.</summary>
    public int? FollowUpOfId { get; init; }

    public int? CreatedById { get; private set; }

    public int? UpdatedById { get; private set; }

    public string? CompletionNotes { get; private set; }

    public int? CompletedById { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public string? VerificationNotes { get; private set; }

    public int? VerifiedById { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    public string? EffectivenessNotes { get; private set; }

    public int? JudgedById { get; private set; }

    public DateTimeOffset? JudgedAt { get; private set; }

    public string? CancellationReason { get; private set; }

    public int? CancelledById { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Has to do it, or did it: neither verifies it nor judges it.</summary>
    public bool IsDoneBy(int userId) => OwnerId == userId || CompletedById == userId;

    public void Start() => Status = ActionStatus.InProgress;

    public void Complete(string? notes, int actorId, DateTimeOffset now)
    {
        Status = ActionStatus.Completed;
        (CompletionNotes, CompletedById, CompletedAt) = (notes, actorId, now);
    }

    public void Verify(string? notes, int actorId, DateTimeOffset now)
    {
        Status = ActionStatus.Verified;
        (VerificationNotes, VerifiedById, VerifiedAt) = (notes, actorId, now);
    }

    /// <summary>The notes stay, so that its owner knows what is missing.</summary>
    public void RefuseVerification(string notes)
    {
        TakeUpAgain();
        VerificationNotes = notes;
    }

    public void Judge(bool effective, string? notes, int actorId, DateTimeOffset now)
    {
        Status = effective ? ActionStatus.Effective : ActionStatus.NotEffective;
        (EffectivenessNotes, JudgedById, JudgedAt) = (notes, actorId, now);
    }

    /// <summary>The judgement's notes stay, so that its owner knows what did not help.</summary>
    public void Reopen(DateTimeOffset dueDate)
    {
        TakeUpAgain();
        DueDate = dueDate;
        (EffectivenessReviewDate, JudgedById, JudgedAt) = (null, null, null);
    }

    public void Cancel(string reason, int actorId, DateTimeOffset now)
    {
        Status = ActionStatus.Cancelled;
        (CancellationReason, CancelledById, CancelledAt) = (reason, actorId, now);
    }

    private void TakeUpAgain()
    {
        Status = ActionStatus.InProgress;
        (CompletedById, CompletedAt, VerifiedById, VerifiedAt) = (null, null, null, null);
    }
}
