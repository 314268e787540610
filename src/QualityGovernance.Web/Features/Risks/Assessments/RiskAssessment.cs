namespace QualityGovernance.Web.Features.Risks.Assessments;

/// <summary>A judgement of a risk at a date. Never changed: scores and levels stay what they were by the matrix of that day.</summary>
public sealed class RiskAssessment : Entity
{
    public const int LongestLevel = 30;
    public const int LongestNotes = 50_000;

    public required int RiskId { get; init; }

    public required DateTimeOffset AssessmentDate { get; init; }

    public required AssessmentType AssessmentType { get; init; }

    /// <summary>Without any control.</summary>
    public required int InherentLikelihood { get; init; }

    public required int InherentImpact { get; init; }

    public required int InherentScore { get; init; }

    public required string InherentLevel { get; init; }

    /// <summary>With the controls there are.</summary>
    public required int ResidualLikelihood { get; init; }

    public required int ResidualImpact { get; init; }

    public required int ResidualScore { get; init; }

    public required string ResidualLevel { get; init; }

    /// <summary>What the treatment is to reach.</summary>
    public int? TargetLikelihood { get; init; }

    public int? TargetImpact { get; init; }

    public int? TargetScore { get; init; }

    public string? TargetLevel { get; init; }

    public string? AssessmentNotes { get; init; }

    public string? ControlEffectivenessNotes { get; init; }

    public int? AssessedById { get; init; }
}
