using System.Text.Json;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>What the JSON object of an answer must hold to: the members that mean something here are checked, others may be anything that can be stored.</summary>
internal static class ResponseJsonRules
{
    private const int Longest = 200_000;
    private const string Field = "response_json";

    public static void Check(FieldErrors errors, JsonElement? given, AuditQuestion question)
    {
        if (given is not { ValueKind: JsonValueKind.Object } json) return; // what is none was refused before
        if (json.GetRawText().Length > Longest || !JsonTexts.IsSound(json))
        {
            errors.Add(Field, $"This holds more than {Longest} characters, or characters that can't be stored.");
            return;
        }

        if (question.QuestionType == QuestionType.Checkbox) Values(errors, json, question);
        Attachments(errors, json, question.EvidenceRequirements ?? new EvidenceRequirement(MaxAttachments: EvidenceRequirement.MostAttachments));
        errors.Require(
            !json.TryGetProperty(ResponseContent.SignatureMember, out var signature) || signature.ValueKind is JsonValueKind.String or JsonValueKind.Null,
            $"{Field}.{ResponseContent.SignatureMember}",
            "This must be a text.");
    }

    private static void Values(FieldErrors errors, JsonElement json, AuditQuestion question)
    {
        const string Member = $"{Field}.{ResponseContent.ValuesMember}";
        if (!json.TryGetProperty(ResponseContent.ValuesMember, out var list)) return;
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            errors.Add(Member, "This must be a list of texts.");
            return;
        }

        var values = list.EnumerateArray().Select(item => item.GetString()!).ToList();
        var offered = question.Options?.Select(option => option.Value!).ToList() ?? [];
        errors.Require(values.TrueForAll(offered.Contains), Member, $"Each must be one of {string.Join(", ", offered)}.")
            .Require(values.Distinct(StringComparer.Ordinal).Count() == values.Count, Member, "This names a value more than once.");
    }

    private static void Attachments(FieldErrors errors, JsonElement json, EvidenceRequirement requirement)
    {
        const string Member = $"{Field}.{ResponseContent.AttachmentsMember}";
        if (!json.TryGetProperty(ResponseContent.AttachmentsMember, out var list)) return;
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(item => item.ValueKind is not (JsonValueKind.String or JsonValueKind.Object)))
        {
            errors.Add(Member, "This must be a list of texts or objects.");
            return;
        }

        errors.Require(list.GetArrayLength() <= requirement.MaxAttachments, Member, $"At most {requirement.MaxAttachments} are accepted.")
            .Require(list.EnumerateArray().All(item => Evidence.IsAllowed(Evidence.TypeOf(item), requirement)), Member, $"Each must be of one of the types {string.Join(", ", requirement.AllowedTypes)}.");
    }
}
