using System.Text.Json;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>What an answer brings with it.</summary>
/// <param name="Attachments">The media type of each; null where it names none.</param>
/// <param name="IsSigned">There is a signature.</param>
internal sealed record Evidence(IReadOnlyList<string?> Attachments, bool IsSigned)
{
    private const string Images = "image/";

    /// <summary>The value of an answer to a question for a photo, a file or a signature is one itself.</summary>
    public static Evidence Of(AuditResponse response, QuestionType type)
    {
        var content = ResponseContent.Of(response.ResponseJson);
        var hasValue = !string.IsNullOrWhiteSpace(response.ResponseValue);
        return new(
            [.. content.Attachments.Select(TypeOf), .. type.IsFile() && hasValue ? new string?[] { null } : []],
            !string.IsNullOrWhiteSpace(content.Signature) || (type == QuestionType.Signature && hasValue));
    }

    /// <summary>A media type is allowed by its own name, or by its first half as image/*; without a name it is not told.</summary>
    public static bool IsAllowed(string? type, EvidenceRequirement requirement) =>
        type is null || requirement.AllowedTypes.Count == 0 || requirement.AllowedTypes.Any(allowed =>
            string.Equals(allowed, type, StringComparison.OrdinalIgnoreCase)
            || (allowed!.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(allowed[..^1], StringComparison.OrdinalIgnoreCase)));

    public static string? TypeOf(JsonElement attachment) =>
        attachment.ValueKind == JsonValueKind.Object && attachment.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    /// <summary>What is missing, in words; nothing when all is there.</summary>
    public IEnumerable<string> Missing(EvidenceRequirement requirement, bool isPhoto)
    {
        var least = Math.Max(requirement.MinAttachments, requirement.Required ? 1 : 0);
        if (Attachments.Count < least) yield return $"needs {least} attachments and has {Attachments.Count}";
        if (requirement.RequirePhoto && !isPhoto && !Attachments.Any(type => type?.StartsWith(Images, StringComparison.OrdinalIgnoreCase) == true)) yield return "needs a photo among its attachments";
        if (requirement.RequireSignature && !IsSigned) yield return "needs a signature";
    }
}
