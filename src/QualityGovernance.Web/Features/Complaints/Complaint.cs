namespace QualityGovernance.Web.Features.Complaints;

/// <summary>What somebody outside is not content with, and what came of it.</summary>
public sealed class Complaint : Entity, IReferenced
{
    public const int LongestTitle = 300;
    public const int LongestText = 50_000;
    public const int LongestName = 200;
    public const int LongestEmail = 255;
    public const int LongestPhone = 30;
    public const int LongestRelatedReference = 100;

    public static Transitions<ComplaintStatus> Life { get; } = new(ComplaintStatus.Received, new Dictionary<ComplaintStatus, ComplaintStatus[]>
    {
        [ComplaintStatus.Received] = [ComplaintStatus.Acknowledged, ComplaintStatus.Escalated],
        [ComplaintStatus.Acknowledged] = [ComplaintStatus.UnderInvestigation, ComplaintStatus.Escalated],
        [ComplaintStatus.UnderInvestigation] = [ComplaintStatus.PendingResponse, ComplaintStatus.AwaitingCustomer, ComplaintStatus.Resolved, ComplaintStatus.Escalated],
        [ComplaintStatus.PendingResponse] = [ComplaintStatus.UnderInvestigation, ComplaintStatus.AwaitingCustomer, ComplaintStatus.Resolved, ComplaintStatus.Escalated],
        [ComplaintStatus.AwaitingCustomer] = [ComplaintStatus.UnderInvestigation, ComplaintStatus.PendingResponse, ComplaintStatus.Resolved, ComplaintStatus.Escalated],
        // A complaint may be escalated before anybody acknowledged it; the acknowledgement is owed all the same, see OwesAcknowledgement.
        [ComplaintStatus.Escalated] = [ComplaintStatus.Acknowledged, ComplaintStatus.UnderInvestigation, ComplaintStatus.PendingResponse, ComplaintStatus.AwaitingCustomer, ComplaintStatus.Resolved],
        [ComplaintStatus.Resolved] = [ComplaintStatus.Closed, ComplaintStatus.UnderInvestigation, ComplaintStatus.Escalated],
        [ComplaintStatus.Closed] = [ComplaintStatus.UnderInvestigation],
    });

    public string ReferenceNumber { get; init; } = "";

    string IReferenced.ReferencePrefix => "COMP";

    public required string Title { get; set; }

    public required string Description { get; set; }

    public ComplaintType ComplaintType { get; set; }

    public ComplaintPriority Priority { get; set; }

    public ComplaintStatus Status { get; private set; }

    public required DateTimeOffset ReceivedDate { get; init; }

    public required string ComplainantName { get; init; }

    public string? ComplainantEmail { get; init; }

    public string? ComplainantPhone { get; init; }

    public string? ComplainantCompany { get; init; }

    /// <summary>Of an order, a contract, an earlier complaint: as the complainant names it.</summary>
    public string? RelatedReference { get; init; }

    public string? InvestigationNotes { get; set; }

    public string? RootCause { get; set; }

    public string? ResolutionSummary { get; set; }

    /// <summary>Null while nobody knows.</summary>
    public bool? CustomerSatisfied { get; set; }

    /// <summary>The first time; kept when the complaint is reopened.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>Empty again when the complaint is taken up once more.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>Empty again when the complaint is reopened.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Escalated before anybody acknowledged it, a complaint is acknowledged next.</summary>
    public bool OwesAcknowledgement => Status == ComplaintStatus.Escalated && AcknowledgedAt is null;

    /// <summary>Moves to a state that <see cref="Life"/> allows, and dates it.</summary>
    public void MoveTo(ComplaintStatus status, DateTimeOffset now)
    {
        if (status == Status) return;
        Status = status;
        if (status == ComplaintStatus.Acknowledged) AcknowledgedAt ??= now;
        ResolvedAt = status switch
        {
            ComplaintStatus.Resolved => now,
            ComplaintStatus.Closed => ResolvedAt,
            _ => null,
        };
        ClosedAt = status == ComplaintStatus.Closed ? now : null;
    }
}
