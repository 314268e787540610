namespace QualityGovernance.Web.Features.Audits.Findings;

/// <summary>What a finding must hold to, new or changed.</summary>
internal static class FindingRules
{
    public static FieldErrors Check(AuditFindingCreate form) => new FieldErrors().Members(form);

    /// <returns>Adds the errors, knowing the finding as it was; to be called after the trip.</returns>
    public static Action<FieldErrors, AuditFinding?> AskLinks(RoundTrip trip, IReadOnlyList<int>? clauseIds, IReadOnlyList<int>? controlIds, IReadOnlyList<int>? riskIds, QgpDbContext db)
    {
        var clauses = LinkedRecords.AskLinks(trip, "clause_ids", clauseIds, db, LinkedRecords.Clauses);
        var controls = LinkedRecords.AskLinks(trip, "control_ids", controlIds, db, LinkedRecords.Controls);
        var risks = LinkedRecords.AskLinks(trip, "risk_ids", riskIds, db, LinkedRecords.Risks);
        return (errors, before) =>
        {
            clauses(errors, before?.ClauseIds);
            controls(errors, before?.ControlIds);
            risks(errors, before?.RiskIds);
        };
    }
}
