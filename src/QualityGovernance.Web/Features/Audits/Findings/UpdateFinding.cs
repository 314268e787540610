namespace QualityGovernance.Web.Features.Audits.Findings;

/// <summary>What is left out stays as it is. A closed finding changes only by being opened again.</summary>
public sealed record AuditFindingUpdate(
    [Required, Text(AuditFinding.LongestTitle, Min = 1)] Optional<string?> Title,
    [Required, Text(AuditFinding.LongestDescription, Min = 1)] Optional<string?> Description,
    [Required] Optional<FindingSeverity?> Severity,
    [Required] Optional<FindingType?> FindingType,
    [Required] Optional<FindingStatus?> Status,
    [Required] Optional<bool?> CorrectiveActionRequired,
    [Dated] Optional<DateTimeOffset?> CorrectiveActionDueDate,
    [Items(LinkedRecords.Most)] Optional<IReadOnlyList<int>?> ClauseIds,
    [Items(LinkedRecords.Most)] Optional<IReadOnlyList<int>?> ControlIds,
    [Items(LinkedRecords.Most)] Optional<IReadOnlyList<int>?> RiskIds)
{
    internal FieldErrors Emptied() => new FieldErrors().Members(this);

    internal AuditFindingCreate Over(AuditFinding finding) => new(
        Title.Or(finding.Title),
        Description.Or(finding.Description),
        finding.QuestionId,
        Severity.Or(finding.Severity)!.Value,
        FindingType.Or(finding.FindingType)!.Value,
        CorrectiveActionRequired.Or(finding.CorrectiveActionRequired)!.Value,
        CorrectiveActionDueDate.Or(finding.CorrectiveActionDueDate),
        ClauseIds.Or(finding.ClauseIds),
        ControlIds.Or(finding.ControlIds),
        RiskIds.Or(finding.RiskIds));
}

internal static class UpdateFinding
{
    public static async Task<Results<Ok<AuditFindingResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "finding_id")] int findingId, AuditFindingUpdate request, QgpDbContext db, IUnfinishedActions actions, CancellationToken cancellation)
    {
        var emptied = request.Emptied();
        if (emptied.Any) return emptied.ToProblem();

        var trip = new RoundTrip(db);
        var found = trip.Ask(db.Set<AuditFinding>().Where(candidate => candidate.Id == findingId));
        var checkLinks = FindingRules.AskLinks(trip, request.ClauseIds.Value, request.ControlIds.Value, request.RiskIds.Value, db);
        var unfinished = request.Status.Value == FindingStatus.Closed ? actions.AskRefusal(trip, "audit_findings", findingId) : null;
        await trip.SendAsync(cancellation);
        if (found.One is not { } finding) return ApiProblem.NotFound("Audit finding", findingId);
        var form = request.Over(finding);
        var errors = FindingRules.Check(form);
        checkLinks(errors, finding);
        if (errors.Any) return errors.ToProblem();
        var status = request.Status.Or(finding.Status)!.Value;
        // Not by what the request makes of it: nobody closes a finding by saying in the same breath that it needs nothing.
        var life = AuditFinding.LifeOf(finding.CorrectiveActionRequired);
        if (life.RefusalToBecome(finding.Status, status) is { } jump) return jump;
        if (finding.Status == FindingStatus.Closed && status == FindingStatus.Closed)
            return ApiProblem.Conflict($"The finding {finding.ReferenceNumber} is closed. Open it again first: send the status open.");
        if (unfinished?.Invoke() is { } refusal) return refusal;

        form.ApplyTo(finding);
        finding.Status = status;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(AuditFindingResponse.Of(finding));
    }
}
