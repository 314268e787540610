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

    /// <summary>What the audit is judged by; to be called after the trip, for an audit that is there.</summary>
    public static Func<(AuditTemplate Template, AuditSheet Sheet, IReadOnlyList<int?> Known)> Ask(RoundTrip trip, int runId, QgpDbContext db)
    {
        // A template can't be deleted while its audits are under way.
        var template = trip.Ask(db.Set<AuditTemplate>().Where(candidate => db.Set<AuditRun>().Any(run => run.Id == runId && run.TemplateId == candidate.Id)));
        var sheet = AuditSheet.Ask(trip, runId, db);
        var known = trip.Ask(db.Set<AuditFinding>().Where(finding => finding.RunId == runId && finding.QuestionId != null).Select(finding => finding.QuestionId));
        return () => (template.All.Single(), sheet(), known.All);
    }

    /// <summary>Completes the audit and makes the findings that its answers trigger, which the caller saves.</summary>
    public static void Finish(AuditRun run, (AuditTemplate Template, AuditSheet Sheet, IReadOnlyList<int?> Known) by, QgpDbContext db, DateTimeOffset now)
    {
        run.Complete(Scoring.Of(by.Template, by.Sheet), now);
        if (!by.Template.AutoCreateFindings) return;
        // What somebody recorded by hand for a question stands for it.
        db.AddRange(TriggeredFindings.Of(run.Id, by.Sheet).Where(finding => !by.Known.Contains(finding.QuestionId)));
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
