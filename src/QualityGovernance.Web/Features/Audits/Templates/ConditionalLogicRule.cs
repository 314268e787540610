using System.Text.Json;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>When another question's answer is such, this question is shown, hidden, required or skipped.</summary>
public sealed record ConditionalLogicRule(
    [Required] int? SourceQuestionId,
    [Required] ConditionOperator? Operator,
    [Required] ConditionAction? Action,
    JsonElement? Value = null);
