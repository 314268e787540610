using QualityGovernance.Web.Features.Audits.Findings;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <param name="Value">What an answer names.</param>
/// <param name="Label">What people read.</param>
/// <param name="Score">What choosing it counts.</param>
/// <param name="IsCorrect">For questions that are right or wrong rather than scored.</param>
/// <param name="TriggersFinding">Choosing it makes a finding when the audit is completed.</param>
/// <param name="FindingSeverity">Of that finding; medium when left out.</param>
public sealed record QuestionOption(
    [Required, Text(OptionRules.Longest, Min = 1)] string? Value,
    [Required, Text(OptionRules.Longest, Min = 1)] string? Label,
    [Range(0, AuditBounds.LargestScore)] double? Score = null,
    bool? IsCorrect = null,
    bool TriggersFinding = false,
    FindingSeverity? FindingSeverity = null);
