using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What a template must hold to, new or changed.</summary>
internal static class TemplateRules
{
    public static async Task<FieldErrors> CheckAsync(AuditTemplateCreate form, AuditTemplate? before, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors()
            .Text("name", form.Name, min: 1, max: AuditTemplate.LongestName, required: true)
            .Text("description", form.Description, max: AuditTemplate.LongestDescription)
            .Text("category", form.Category, max: AuditTemplate.LongestCategory)
            .Range("passing_score", form.PassingScore, 0, form.ScoringMethod == ScoringMethod.Points ? AuditBounds.LargestValue : 100);
        await errors.LinkAsync("standard_ids", form.StandardIds, db, LinkedRecords.Standards, before?.StandardIds, cancellation);
        return errors;
    }
}
