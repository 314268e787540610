using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>What an answer counts. Questions that are chosen from, or on a scale, are scored by their answers; others by the auditor.</summary>
internal static class QuestionScore
{
    /// <summary>What the best answer counts; 0 for a question that is not scored.</summary>
    public static double Most(AuditQuestion question) => question.MaxScore ?? Natural(question);

    /// <summary>The auditor says the score, as no answer tells it.</summary>
    public static bool IsByHand(AuditQuestion question) => Most(question) > 0 && Natural(question) <= 0;

    /// <summary>Null when the question is not scored, or not answered.</summary>
    public static double? Of(AuditQuestion question, Answer answer)
    {
        var natural = Natural(question);
        if (natural <= 0 || Most(question) <= 0 || answer.IsEmpty) return null;
        return Math.Clamp(Raw(question, answer) / natural, 0, 1) * Most(question);
    }

    /// <summary>What the best answer counts by the options or the scale alone; 0 when they don't tell.</summary>
    private static double Natural(AuditQuestion question)
    {
        var type = question.QuestionType;
        if (type.IsScale()) return question.Highest();
        if (!type.IsChoice() && !type.IsTwoWay()) return 0;
        var options = question.Options ?? [];
        if (IsScored(options)) return type == QuestionType.Checkbox ? options.Sum(option => option.Score ?? 0) : options.Max(option => option.Score ?? 0);
        return type.IsTwoWay() || IsJudged(options) ? 1 : 0;
    }

    private static double Raw(AuditQuestion question, Answer answer)
    {
        if (question.QuestionType.IsScale()) return answer.Number!.Value;
        var options = question.Options ?? [];
        var chosen = options.Where(option => answer.Choices.Contains(option.Value!)).ToList();
        if (IsScored(options)) return chosen.Sum(option => option.Score ?? 0);
        if (!IsJudged(options)) return answer.Choices[0] == question.QuestionType.Ways()[0] ? 1 : 0;
        if (question.QuestionType != QuestionType.Checkbox) return chosen.Any(IsRight) ? 1 : 0;
        // A wrong choice takes back a right one, so that choosing all is not the best answer.
        return (chosen.Count(IsRight) - chosen.Count(option => !IsRight(option))) / (double)options.Count(IsRight);
    }

    private static bool IsScored(IReadOnlyList<QuestionOption> options) => options.Any(option => option.Score is not null);

    private static bool IsJudged(IReadOnlyList<QuestionOption> options) => options.Any(IsRight);

    private static bool IsRight(QuestionOption option) => option.IsCorrect == true;
}
