namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What a section must hold to, new or changed.</summary>
internal static class SectionRules
{
    public const int FurthestPlace = 1_000_000;

    public static FieldErrors Check(AuditSectionCreate form) => new FieldErrors().Members(form)
        .Require(form.MaxRepeats is null || form.IsRepeatable, "max_repeats", "This is for a section that is repeatable.");
}
