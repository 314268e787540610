using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Audits.Templates;

internal static class EvidenceRules
{
    private const int MostTypes = 50;
    private const int LongestType = 100;
    private const string Field = "evidence_requirements";

    public static void Check(FieldErrors errors, EvidenceRequirement? evidence)
    {
        if (evidence is null) return;
        errors.Range($"{Field}.min_attachments", evidence.MinAttachments, 0, EvidenceRequirement.MostAttachments)
            .Range($"{Field}.max_attachments", evidence.MaxAttachments, 1, EvidenceRequirement.MostAttachments)
            .Require(evidence.MinAttachments <= evidence.MaxAttachments, $"{Field}.max_attachments", "This is less than min_attachments.")
            .Require(evidence.AllowedTypes.Count <= MostTypes, $"{Field}.allowed_types", $"At most {MostTypes} are accepted.");
        for (var index = 0; index < Math.Min(evidence.AllowedTypes.Count, MostTypes); index++)
            errors.Text($"{Field}.allowed_types[{index}]", evidence.AllowedTypes[index], min: 1, max: LongestType, required: true);
    }
}
