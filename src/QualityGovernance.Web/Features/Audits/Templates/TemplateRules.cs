namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What a template must hold to, new or changed.</summary>
internal static class TemplateRules
{
    public static async Task<FieldErrors> CheckAsync(AuditTemplateCreate form, AuditTemplate? before, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(form)
            .Require(form.ScoringMethod == ScoringMethod.Points || form.PassingScore is not (> 100 and <= AuditBounds.LargestValue), "passing_score", "This must be from 0 to 100.");
        var trip = new RoundTrip(db);
        var standards = LinkedRecords.AskLinks(trip, "standard_ids", form.StandardIds, db, LinkedRecords.Standards);
        await trip.SendAsync(cancellation);
        standards(errors, before?.StandardIds);
        return errors;
    }
}
