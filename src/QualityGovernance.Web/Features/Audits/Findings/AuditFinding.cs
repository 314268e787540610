namespace QualityGovernance.Web.Features.Audits.Findings;

/// <summary>What an audit found, and what became of it.</summary>
public sealed class AuditFinding : Entity, IReferenced, IAuthored
{
    public const int LongestTitle = 300;
    public const int LongestDescription = 50_000;

    /// <summary>Of a finding that calls for a corrective action: closed only once somebody saw that it helped.</summary>
    private static readonly Transitions<FindingStatus> WithAction = new(FindingStatus.Open, new Dictionary<FindingStatus, FindingStatus[]>
    {
        [FindingStatus.Open] = [FindingStatus.InProgress, FindingStatus.Deferred],
        [FindingStatus.InProgress] = [FindingStatus.PendingVerification, FindingStatus.Deferred],
        [FindingStatus.PendingVerification] = [FindingStatus.InProgress, FindingStatus.Closed],
        [FindingStatus.Deferred] = [FindingStatus.Open, FindingStatus.InProgress],
        [FindingStatus.Closed] = [FindingStatus.Open],
    });

    /// <summary>Of one that is only noted, which can be closed at once.</summary>
    private static readonly Transitions<FindingStatus> Noted = new(FindingStatus.Open, new Dictionary<FindingStatus, FindingStatus[]>
    {
        [FindingStatus.Open] = [FindingStatus.InProgress, FindingStatus.Deferred, FindingStatus.Closed],
        [FindingStatus.InProgress] = [FindingStatus.PendingVerification, FindingStatus.Deferred, FindingStatus.Closed],
        [FindingStatus.PendingVerification] = [FindingStatus.InProgress, FindingStatus.Closed],
        [FindingStatus.Deferred] = [FindingStatus.Open, FindingStatus.InProgress, FindingStatus.Closed],
        [FindingStatus.Closed] = [FindingStatus.Open],
    });

    public string ReferenceNumber { get; init; } = "";

    string IReferenced.ReferencePrefix => "FND";

    public required int RunId { get; init; }

    public int? QuestionId { get; init; }

    public required string Title { get; set; }

    public required string Description { get; set; }

    public FindingSeverity Severity { get; set; }

    public FindingType FindingType { get; set; }

    public FindingStatus Status { get; set; }

    public bool CorrectiveActionRequired { get; set; }

    public DateTimeOffset? CorrectiveActionDueDate { get; set; }

    public IReadOnlyList<int>? ClauseIds { get; set; }

    public IReadOnlyList<int>? ControlIds { get; set; }

    public IReadOnlyList<int>? RiskIds { get; set; }

    public int? CreatedById { get; private set; }

    public int? UpdatedById { get; private set; }

    public static Transitions<FindingStatus> LifeOf(bool correctiveActionRequired) => correctiveActionRequired ? WithAction : Noted;
}
