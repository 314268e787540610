using QualityGovernance.Web.Features.Audits.Runs;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Findings;

public sealed record AuditFindingCreate(
    [Required, Text(AuditFinding.LongestTitle, Min = 1)] string? Title,
    [Required, Text(AuditFinding.LongestDescription, Min = 1)] string? Description,
    int? QuestionId = null,
    FindingSeverity Severity = FindingSeverity.Medium,
    FindingType FindingType = FindingType.Nonconformity,
    bool CorrectiveActionRequired = true,
    [Dated] DateTimeOffset? CorrectiveActionDueDate = null,
    [Items(LinkedRecords.Most)] IReadOnlyList<int>? ClauseIds = null,
    [Items(LinkedRecords.Most)] IReadOnlyList<int>? ControlIds = null,
    [Items(LinkedRecords.Most)] IReadOnlyList<int>? RiskIds = null)
{
    internal void ApplyTo(AuditFinding finding)
    {
        finding.Title = Title!;
        finding.Description = Description!;
        finding.Severity = Severity;
        finding.FindingType = FindingType;
        finding.CorrectiveActionRequired = CorrectiveActionRequired;
        finding.CorrectiveActionDueDate = CorrectiveActionDueDate is { } due ? Clock.Stored(due) : null;
        finding.ClauseIds = ClauseIds;
        finding.ControlIds = ControlIds;
        finding.RiskIds = RiskIds;
    }
}

internal static class CreateFinding
{
    public static async Task<Results<Created<AuditFindingResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "run_id")] int runId, AuditFindingCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.Held<AuditRun>(runId));
        var asked = request.QuestionId is { } id ? trip.Ask(AskedQuestions.OfRun(db, runId).Where(question => question.Id == id).Select(question => question.Id)) : null;
        var checkLinks = FindingRules.AskLinks(trip, request.ClauseIds, request.ControlIds, request.RiskIds, db);
        await trip.SendAsync(cancellation);
        var errors = FindingRules.Check(request);
        checkLinks(errors, null);
        if (errors.Any) return errors.ToProblem();
        if (held.One is not { } run) return ApiProblem.NotFound("Audit run", runId);
        if (run.Status is AuditRunStatus.Scheduled or AuditRunStatus.Cancelled)
            return ApiProblem.Conflict($"The audit {run.ReferenceNumber} is {EnumNames.Of(run.Status)}; it can't have found anything.");
        if (asked is { Any: false }) return ApiProblem.Validation("question_id", $"The audit {run.ReferenceNumber} does not ask a question {request.QuestionId}.");

        var finding = new AuditFinding { RunId = runId, QuestionId = request.QuestionId, Title = request.Title!, Description = request.Description! };
        request.ApplyTo(finding);
        db.Add(finding);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Created($"/api/v1/audits/runs/{runId}", AuditFindingResponse.Of(finding));
    }
}
