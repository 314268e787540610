using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Web.Features.Audits.Findings;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>What an audit needs before it can be judged, and what becomes of it then.</summary>
internal static class Completion
{
    private const int MostNamed = 10;

    public static List<CompletionProblem> Problems(AuditRun run, AuditTemplate template, AuditSheet sheet)
    {
        var problems = sheet.Shown.SelectMany(question => Problems(question, sheet)).ToList();
        if (template.RequireGps && (run.Latitude is null || run.Longitude is null))
            problems.Add(new(null, $"The position is required: send latitude and longitude with PATCH /api/v1/audits/runs/{run.Id}."));
        if (template.RequireSignature && !sheet.Shown.Any(question => IsSigned(question, sheet)))
            problems.Add(new(null, "A signature is required, and no answer holds one."));
        return problems;
    }

    public static ProblemHttpResult Refusal(AuditRun run, List<CompletionProblem> problems) => ApiProblem.Conflict(
        $"The audit {run.ReferenceNumber} can't be completed. {string.Join(" ", problems.Take(MostNamed).Select(problem => problem.Problem))}"
        + (problems.Count > MostNamed ? $" And {problems.Count - MostNamed} more." : ""),
        new Dictionary<string, object?> { ["problems"] = problems });

    /// <summary>For an audit whose review is done.</summary>
    public static async Task FinishAsync(AuditRun run, QgpDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        var template = await db.Set<AuditTemplate>().SingleAsync(candidate => candidate.Id == run.TemplateId, cancellation);
        await FinishAsync(run, template, await AuditSheet.OfAsync(run, db, cancellation), db, now, cancellation);
    }

    /// <summary>Completes the audit and makes the findings that its answers trigger, which the caller saves.</summary>
    public static async Task FinishAsync(AuditRun run, AuditTemplate template, AuditSheet sheet, QgpDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        run.Complete(Scoring.Of(template, sheet), now);
        if (!template.AutoCreateFindings) return;
        // What somebody recorded by hand for a question stands for it.
        var known = await db.Set<AuditFinding>().Where(finding => finding.RunId == run.Id && finding.QuestionId != null).Select(finding => finding.QuestionId).ToListAsync(cancellation);
        db.AddRange(TriggeredFindings.Of(run.Id, sheet).Where(finding => !known.Contains(finding.QuestionId)));
    }

    private static IEnumerable<CompletionProblem> Problems(AuditQuestion question, AuditSheet sheet)
    {
        if (!sheet.IsSettled(question))
        {
            if (sheet.IsRequired(question)) yield return Of(question, "is required and has no answer");
            yield break;
        }

        var response = sheet.ResponseTo(question)!;
        if (response.IsNa) yield break;
        if (QuestionScore.IsByHand(question) && response.Score is null) yield return Of(question, $"needs a score from 0 to {QuestionScore.Most(question)}");
        if (question.EvidenceRequirements is not { } evidence) yield break;
        foreach (var missing in Evidence.Of(response, question.QuestionType).Missing(evidence, isPhoto: question.QuestionType == QuestionType.Photo))
            yield return Of(question, missing);
    }

    private static bool IsSigned(AuditQuestion question, AuditSheet sheet) =>
        sheet.ResponseTo(question) is { IsNa: false } response && Evidence.Of(response, question.QuestionType).IsSigned;

    private static CompletionProblem Of(AuditQuestion question, string what) => new(question.Id, $"The question {question.Id} {what}.");
}
