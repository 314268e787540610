namespace QualityGovernance.Web.Features.Audits.Templates;

internal static class EvidenceRules
{
    public const int MostTypes = 50;
    public const int LongestType = 100;
    private const string Field = "evidence_requirements";

    public static void Check(FieldErrors errors, EvidenceRequirement? evidence)
    {
        if (evidence is null) return;
        errors.Members(evidence, Field)
            .Require(evidence.MinAttachments <= evidence.MaxAttachments, $"{Field}.max_attachments", "This is less than min_attachments.");
    }
}
