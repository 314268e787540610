namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What an answer has to bring with it: attachments are listed in the answer's response_json.</summary>
/// <param name="Required">At least one attachment.</param>
/// <param name="MinAttachments">At least as many.</param>
/// <param name="MaxAttachments">No more than that.</param>
/// <param name="AllowedTypes">Media types such as image/jpeg or image/*; empty for any.</param>
/// <param name="RequirePhoto">One attachment at least is an image.</param>
/// <param name="RequireSignature">The answer is signed.</param>
public sealed record EvidenceRequirement(
    bool Required = false,
    [Range(0, EvidenceRequirement.MostAttachments)] int MinAttachments = 0,
    [Range(1, EvidenceRequirement.MostAttachments)] int MaxAttachments = 10,
    [Items(EvidenceRules.MostTypes, LongestText = EvidenceRules.LongestType)] IReadOnlyList<string?>? AllowedTypes = null,
    bool RequirePhoto = false,
    bool RequireSignature = false)
{
    public const int MostAttachments = 50;

    public IReadOnlyList<string?> AllowedTypes { get; init; } = AllowedTypes ?? [];
}
