using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Audits.Findings;

/// <summary>What a finding must hold to, new or changed.</summary>
internal static class FindingRules
{
    public static async Task<FieldErrors> CheckAsync(AuditFindingCreate form, AuditFinding? before, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(form)
            .Date("corrective_action_due_date", form.CorrectiveActionDueDate);
        await errors.LinkAsync("clause_ids", form.ClauseIds, db, LinkedRecords.Clauses, before?.ClauseIds, cancellation);
        await errors.LinkAsync("control_ids", form.ControlIds, db, LinkedRecords.Controls, before?.ControlIds, cancellation);
        await errors.LinkAsync("risk_ids", form.RiskIds, db, LinkedRecords.Risks, before?.RiskIds, cancellation);
        return errors;
    }
}
