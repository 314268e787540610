namespace QualityGovernance.Web.Features.Audits.Templates;

public sealed record AuditTemplateCreate(
    [Required, Text(AuditTemplate.LongestName, Min = 1)] string? Name,
    [Text(AuditTemplate.LongestDescription)] string? Description = null,
    [Text(AuditTemplate.LongestCategory)] string? Category = null,
    AuditType AuditType = AuditType.Inspection,
    AuditFrequency? Frequency = null,
    ScoringMethod ScoringMethod = ScoringMethod.Percentage,
    [Range(0, AuditBounds.LargestValue)] double? PassingScore = null,
    bool AllowOffline = false,
    bool RequireGps = false,
    bool RequireSignature = false,
    bool RequireApproval = false,
    bool AutoCreateFindings = true,
    [Items(LinkedRecords.Most)] IReadOnlyList<int>? StandardIds = null)
{
    internal void ApplyTo(AuditTemplate template)
    {
        template.Name = Name!;
        template.Description = Description;
        template.Category = Category;
        template.AuditType = AuditType;
        template.Frequency = Frequency;
        template.ScoringMethod = ScoringMethod;
        template.PassingScore = PassingScore;
        template.AllowOffline = AllowOffline;
        template.RequireGps = RequireGps;
        template.RequireSignature = RequireSignature;
        template.RequireApproval = RequireApproval;
        template.AutoCreateFindings = AutoCreateFindings;
        template.StandardIds = StandardIds;
    }
}

internal static class CreateTemplate
{
    public static async Task<Results<Created<AuditTemplateResponse>, ProblemHttpResult>> HandleAsync(
        AuditTemplateCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = await TemplateRules.CheckAsync(request, before: null, db, cancellation);
        if (errors.Any) return errors.ToProblem();

        var template = new AuditTemplate { Name = request.Name! };
        request.ApplyTo(template);
        db.Add(template);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/audits/templates/{template.Id}", AuditTemplateResponse.Of(template));
    }
}
