using System.Globalization;
using QualityGovernance.Web.Features.Audits.Runs;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What keeps a draft from being published: an audit by it could not be carried out, or could not be judged.</summary>
internal static class Publication
{
    /// <summary>Sentences; none for a template that is fit.</summary>
    public static IReadOnlyList<string> Problems(AuditTemplate template, IReadOnlyList<AuditSection> sections, IReadOnlyList<AuditQuestion> questions)
    {
        var asked = AskedQuestions.Of(sections, questions);
        var problems = new List<string>();
        if (asked.Count == 0) problems.Add("It needs at least one active section with an active question.");
        problems.AddRange(questions.Where(question => question.IsActive && question.SectionId is null)
            .Select(question => $"The question {question.Id} stands in no section: give it a section_id, or delete it."));
        problems.AddRange(asked.SelectMany(question => Conditions(question, asked)));
        if (template.RequireSignature && !asked.Exists(question => question.QuestionType == QuestionType.Signature || question.EvidenceRequirements?.RequireSignature == true))
            problems.Add("It requires a signature, but no question asks for one.");
        if (IsJudged(template) && !asked.Exists(question => QuestionScore.Most(question) > 0))
            problems.Add("Its audits are to reach a score, but no question is scored.");
        else if (IsJudged(template) && template.ScoringMethod == ScoringMethod.Weighted && !asked.Exists(question => Weighs(question, sections)))
            problems.Add("Its audits are to reach a score by weights, but no question that is scored has a weight above 0 in a section that has one.");
        return problems;
    }

    private static bool IsJudged(AuditTemplate template) => template.PassingScore is not null || template.ScoringMethod == ScoringMethod.PassFail;

    private static bool Weighs(AuditQuestion question, IReadOnlyList<AuditSection> sections) =>
        QuestionScore.Most(question) > 0 && question.Weight > 0 && sections.Any(section => section.Id == question.SectionId && section.Weight > 0);

    private static IEnumerable<string> Conditions(AuditQuestion question, List<AuditQuestion> asked)
    {
        foreach (var rule in question.ConditionalLogic ?? [])
        {
            var source = asked.Find(candidate => candidate.Id == rule.SourceQuestionId);
            if (source is null)
                yield return string.Create(CultureInfo.InvariantCulture, $"The question {question.Id} depends on the question {rule.SourceQuestionId}, which is not asked.");
            else if (ConditionRules.Misfit(rule, source) is { } misfit)
                yield return $"A condition of the question {question.Id} does not fit the question {source.Id} ({misfit.Member}): {misfit.Message}";
        }
    }
}
