namespace QualityGovernance.Web.Features.Audits.Runs;

/// <param name="QuestionId">Null when it concerns the audit as a whole.</param>
/// <param name="Problem">What is missing, as a sentence.</param>
internal sealed record CompletionProblem(int? QuestionId, string Problem);
