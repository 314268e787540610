using QualityGovernance.Web.Features.Risks.Links;

namespace QualityGovernance.Web.Features.Risks;

/// <summary>What may happen and keep the organisation from what it wants to reach.</summary>
public sealed class Risk : Entity, IReferenced, IAuthored
{
    public const int LongestTitle = 300;
    public const int LongestText = 50_000;
    public const int LongestSubcategory = 100;
    public const int LongestStatement = 500;
    public const int LongestDepartment = 100;
    public const int LongestReviewCycle = 60;

    public static Transitions<RiskStatus> Life { get; } = new(RiskStatus.Identified, new Dictionary<RiskStatus, RiskStatus[]>
    {
        [RiskStatus.Identified] = [RiskStatus.Assessing],
        [RiskStatus.Assessing] = [RiskStatus.Treating, RiskStatus.Monitoring, RiskStatus.Closed],
        [RiskStatus.Treating] = [RiskStatus.Assessing, RiskStatus.Monitoring],
        [RiskStatus.Monitoring] = [RiskStatus.Assessing, RiskStatus.Treating, RiskStatus.Closed],
        [RiskStatus.Closed] = [RiskStatus.Assessing],
    });

    public string ReferenceNumber { get; init; } = "";

    string IReferenced.ReferencePrefix => "RSK";

    public required string Title { get; set; }

    public required string Description { get; set; }

    public RiskCategory Category { get; set; }

    public string? Subcategory { get; set; }

    public string? RiskSource { get; set; }

    public string? RiskEvent { get; set; }

    public string? RiskConsequence { get; set; }

    /// <summary>As things stand, with the controls there are.</summary>
    public int Likelihood { get; private set; }

    /// <summary>As things stand, with the controls there are.</summary>
    public int Impact { get; private set; }

    /// <summary>Kept beside its factors to be sorted and searched by; the level is not, since the matrix that says it may change.</summary>
    public int RiskScore { get; private set; }

    public int? OwnerId { get; set; }

    public string? Department { get; set; }

    public int ReviewFrequencyMonths { get; set; }

    public DateTimeOffset? NextReviewDate { get; set; }

    public TreatmentStrategy TreatmentStrategy { get; set; }

    public string? TreatmentPlan { get; set; }

    public DateTimeOffset? TreatmentDueDate { get; set; }

    public RiskStatus Status { get; set; }

    /// <summary>One that is not is kept and left out of lists and figures.</summary>
    public bool IsActive { get; set; } = true;

    public int? CreatedById { get; private set; }

    public int? UpdatedById { get; private set; }

    public List<RiskLink> Links { get; } = [];

    public void Rate(int likelihood, int impact)
    {
        Likelihood = likelihood;
        Impact = impact;
        RiskScore = likelihood * impact;
    }
}
