namespace QualityGovernance.Web.Features.Audits.Findings;

/// <param name="Status">Such as open.</param>
/// <param name="Severity">Such as critical.</param>
/// <param name="RunId">Of the audit.</param>
internal sealed record FindingFilter(
    [FromQuery(Name = "status"), OneOf<FindingStatus>] string? Status,
    [FromQuery(Name = "severity"), OneOf<FindingSeverity>] string? Severity,
    [FromQuery(Name = "run_id")] int? RunId);

internal static class ReadFindings
{
    /// <summary>Newest first.</summary>
    public static async Task<Results<Ok<Page<AuditFindingResponse>>, ProblemHttpResult>> ListAsync(
        PageRequest page, [AsParameters] FindingFilter filter, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(filter);
        if (errors.Any) return errors.ToProblem();

        var status = EnumNames.Read<FindingStatus>(filter.Status);
        var severity = EnumNames.Read<FindingSeverity>(filter.Severity);
        IQueryable<AuditFinding> findings = db.Set<AuditFinding>();
        if (status is { } standing) findings = findings.Where(finding => finding.Status == standing);
        if (severity is { } grave) findings = findings.Where(finding => finding.Severity == grave);
        if (filter.RunId is { } run) findings = findings.Where(finding => finding.RunId == run);
        return TypedResults.Ok(await findings.OrderByDescending(finding => finding.Id).ToPageAsync(page, AuditFindingResponse.Projection, cancellation));
    }
}
