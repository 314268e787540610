namespace QualityGovernance.Web.Features.RootCauseAnalyses;

/// <summary>Why an incident happened. Frozen once it is approved.</summary>
public sealed class RootCauseAnalysis : Entity, IReferenced, IAuthored
{
    public const int LongestTitle = 300;
    public const int LongestText = 50_000;

    public static Transitions<AnalysisStatus> Life { get; } = new(AnalysisStatus.Draft, new Dictionary<AnalysisStatus, AnalysisStatus[]>
    {
        [AnalysisStatus.Draft] = [AnalysisStatus.InReview],
        [AnalysisStatus.InReview] = [AnalysisStatus.Draft, AnalysisStatus.Approved],
    });

    public string ReferenceNumber { get; init; } = "";

    // What clients have always known analyses by; collisions, whose path is /rta, are RTC.
    string IReferenced.ReferencePrefix => "RTA";

    public required int IncidentId { get; init; }

    public required string Title { get; set; }

    public required string ProblemStatement { get; set; }

    public string? RootCause { get; set; }

    public string? CorrectiveActions { get; set; }

    public AnalysisStatus Status { get; private set; }

    public int? CreatedById { get; private set; }

    public int? UpdatedById { get; private set; }

    /// <summary>Who changed the text last; whoever only moves the status is not meant.</summary>
    public int? EditedById { get; private set; }

    public int? ApprovedById { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Wrote it, or changed it last, and so can't be its approver.</summary>
    public bool IsWrittenBy(int userId) => CreatedById == userId || EditedById == userId;

    public void EditedBy(int userId) => EditedById = userId;

    /// <summary>Moves to a state that <see cref="Life"/> allows.</summary>
    public void MoveTo(AnalysisStatus status, int actorId, DateTimeOffset now)
    {
        if (status == Status) return;
        Status = status;
        if (status == AnalysisStatus.Approved) (ApprovedById, ApprovedAt) = (actorId, now);
    }
}
