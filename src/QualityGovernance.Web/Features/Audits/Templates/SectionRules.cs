using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What a section must hold to, new or changed.</summary>
internal static class SectionRules
{
    private const int FurthestPlace = 1_000_000;

    public static FieldErrors Check(AuditSectionCreate form) => new FieldErrors()
        .Text("title", form.Title, min: 1, max: AuditSection.LongestTitle, required: true)
        .Text("description", form.Description, max: AuditSection.LongestDescription)
        .SortOrder(form.SortOrder)
        .Weight("weight", form.Weight)
        .Range("max_repeats", form.MaxRepeats, 1, AuditSection.MostRepeats)
        .Require(form.MaxRepeats is null || form.IsRepeatable, "max_repeats", "This is for a section that is repeatable.");

    public static FieldErrors SortOrder(this FieldErrors errors, int? value) => errors.Range("sort_order", value, -FurthestPlace, FurthestPlace);
}
