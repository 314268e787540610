using QualityGovernance.Web.Features.Audits.Runs;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Findings;

/// <summary>The findings that answers make by themselves, as their options say: one per question, with the gravest severity chosen.</summary>
internal static class TriggeredFindings
{
    public static IEnumerable<AuditFinding> Of(int runId, AuditSheet sheet) =>
        from question in sheet.Shown
        let chosen = sheet.AnswerTo(question).Choices
        let triggering = question.Options?.Where(option => option.TriggersFinding && chosen.Contains(option.Value!)).ToList()
        where triggering is { Count: > 0 }
        select Of(runId, question, triggering, sheet.ResponseTo(question)!.Notes);

    private static AuditFinding Of(int runId, AuditQuestion question, List<QuestionOption> triggering, string? notes)
    {
        var severity = triggering.Min(option => option.FindingSeverity ?? FindingSeverity.Medium);
        return new()
        {
            RunId = runId,
            QuestionId = question.Id,
            Title = Cut(question.QuestionText),
            Description = $"{question.QuestionText}\nAnswer: {string.Join(", ", triggering.Select(option => option.Label))}{(string.IsNullOrWhiteSpace(notes) ? "" : $"\nNotes: {notes}")}",
            Severity = severity,
            FindingType = severity == FindingSeverity.Observation ? FindingType.Observation : FindingType.Nonconformity,
            CorrectiveActionRequired = severity != FindingSeverity.Observation,
            ClauseIds = question.ClauseIds,
            ControlIds = question.ControlIds,
        };
    }

    /// <summary>Between characters, never within one.</summary>
    private static string Cut(string text) => string.Concat(text.EnumerateRunes().Take(AuditFinding.LongestTitle).Select(rune => rune.ToString()));
}
