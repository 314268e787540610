namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>A question of a template.</summary>
public sealed class AuditQuestion : Entity
{
    public const int LongestText = 1_000;
    public const int LongestDescription = 2_000;
    public const int LongestHelpText = 500;
    public const int LongestRiskCategory = 100;

    public required int TemplateId { get; init; }

    public int? SectionId { get; set; }

    public required string QuestionText { get; set; }

    public QuestionType QuestionType { get; set; }

    public string? Description { get; set; }

    public string? HelpText { get; set; }

    public bool IsRequired { get; set; }

    public bool AllowNa { get; set; }

    public bool IsActive { get; set; } = true;

    public int SortOrder { get; set; }

    /// <summary>Of the question among the others of its section, where the template weighs.</summary>
    public double Weight { get; set; }

    /// <summary>What the best answer counts; 0 for a question that is not judged.</summary>
    public double? MaxScore { get; set; }

    public double? MinValue { get; set; }

    public double? MaxValue { get; set; }

    public int? DecimalPlaces { get; set; }

    public int? MinLength { get; set; }

    public int? MaxLength { get; set; }

    public string? RiskCategory { get; set; }

    public double? RiskWeight { get; set; }

    public IReadOnlyList<QuestionOption>? Options { get; set; }

    public EvidenceRequirement? EvidenceRequirements { get; set; }

    public IReadOnlyList<ConditionalLogicRule>? ConditionalLogic { get; set; }

    public IReadOnlyList<int>? ClauseIds { get; set; }

    public IReadOnlyList<int>? ControlIds { get; set; }

    /// <summary>Everything but the conditions: they name questions whose copies may not have their ids yet.</summary>
    public AuditQuestion CopyTo(int templateId, int? sectionId) => new()
    {
        TemplateId = templateId,
        SectionId = sectionId,
        QuestionText = QuestionText,
        QuestionType = QuestionType,
        Description = Description,
        HelpText = HelpText,
        IsRequired = IsRequired,
        AllowNa = AllowNa,
        IsActive = IsActive,
        SortOrder = SortOrder,
        Weight = Weight,
        MaxScore = MaxScore,
        MinValue = MinValue,
        MaxValue = MaxValue,
        DecimalPlaces = DecimalPlaces,
        MinLength = MinLength,
        MaxLength = MaxLength,
        RiskCategory = RiskCategory,
        RiskWeight = RiskWeight,
        Options = Options,
        EvidenceRequirements = EvidenceRequirements,
        ClauseIds = ClauseIds,
        ControlIds = ControlIds,
    };

    /// <summary>The conditions of the question this one is a copy of, by the ids of the copies.</summary>
    public void TakeConditionsOf(AuditQuestion original, IReadOnlyDictionary<int, int> copies)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(copies);
        ConditionalLogic = original.ConditionalLogic?.Select(rule => rule with { SourceQuestionId = copies[rule.SourceQuestionId!.Value] }).ToList();
    }
}
