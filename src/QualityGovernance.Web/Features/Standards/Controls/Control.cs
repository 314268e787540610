namespace QualityGovernance.Web.Features.Standards.Controls;

/// <summary>What a clause asks an organisation to do, and what the organisation says about it in its statement of applicability.</summary>
public sealed class Control : Entity
{
    public const int LongestNumber = 20;
    public const int LongestTitle = 300;
    public const int LongestText = 50_000;

    public required int ClauseId { get; init; }

    /// <summary>No two controls of a clause have the same.</summary>
    public required string ControlNumber { get; set; }

    public required string Title { get; set; }

    public string? Description { get; set; }

    public string? ImplementationGuidance { get; set; }

    public bool IsApplicable { get; set; } = true;

    /// <summary>Why it applies, or why not; an exclusion without a reason is refused.</summary>
    public string? ApplicabilityJustification { get; set; }

    /// <summary>Null where nobody has said so yet.</summary>
    public ImplementationStatus? ImplementationStatus { get; set; }

    public bool IsActive { get; set; } = true;
}
