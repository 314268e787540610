namespace QualityGovernance.Web.Features.Incidents;

/// <summary>Something that went wrong, or nearly did.</summary>
public sealed class Incident : Entity, IReferenced
{
    public const int LongestTitle = 300;
    public const int LongestDescription = 50_000;
    public const int LongestLocation = 300;
    public const int LongestDepartment = 100;

    public static Transitions<IncidentStatus> Life { get; } = new(IncidentStatus.Reported, new Dictionary<IncidentStatus, IncidentStatus[]>
    {
        [IncidentStatus.Reported] = [IncidentStatus.UnderInvestigation],
        [IncidentStatus.UnderInvestigation] = [IncidentStatus.PendingActions, IncidentStatus.PendingReview],
        [IncidentStatus.PendingActions] = [IncidentStatus.ActionsInProgress],
        [IncidentStatus.ActionsInProgress] = [IncidentStatus.PendingReview],
        [IncidentStatus.PendingReview] = [IncidentStatus.UnderInvestigation, IncidentStatus.ActionsInProgress, IncidentStatus.Closed],
        [IncidentStatus.Closed] = [IncidentStatus.UnderInvestigation],
    });

    public string ReferenceNumber { get; init; } = "";

    string IReferenced.ReferencePrefix => "INC";

    public required string Title { get; set; }

    public required string Description { get; set; }

    public IncidentType IncidentType { get; set; }

    public IncidentSeverity Severity { get; set; }

    public IncidentStatus Status { get; private set; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset IncidentDate { get; set; }

    public required DateTimeOffset ReportedDate { get; init; }

    public string? Location { get; set; }

    public string? Department { get; set; }

    public int? ReporterId { get; init; }

    public int? InvestigatorId { get; set; }

    /// <summary>Empty again when the incident is reopened.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Moves to a state that <see cref="Life"/> allows.</summary>
    public void MoveTo(IncidentStatus status, DateTimeOffset now)
    {
        if (status == Status) return;
        Status = status;
        ClosedAt = status == IncidentStatus.Closed ? now : null;
    }
}
