using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>The members of a response's JSON object that mean something here. Others are kept as they are.</summary>
/// <param name="Values">The values chosen of a checkbox question.</param>
/// <param name="Attachments">Each a text, or an object whose type is a media type.</param>
/// <param name="Signature">Whatever stands for it.</param>
internal sealed record ResponseContent(IReadOnlyList<string> Values, IReadOnlyList<JsonElement> Attachments, string? Signature)
{
    public const string ValuesMember = "values";
    public const string AttachmentsMember = "attachments";
    public const string SignatureMember = "signature";

    private static readonly ResponseContent None = new([], [], null);

    /// <summary>Reads what <see cref="AnswerRules"/> let in.</summary>
    public static ResponseContent Of(string? json) => json is null ? None : Of(JsonElement.Parse(json));

    public static ResponseContent Of(JsonElement json) => new(
        [.. Items(json, ValuesMember).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
        [.. Items(json, AttachmentsMember)],
        json.TryGetProperty(SignatureMember, out var signature) && signature.ValueKind == JsonValueKind.String ? signature.GetString() : null);

    public static bool HasValues(JsonElement? json) => json is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(ValuesMember, out _);

    public static JsonElement? Parsed(string? json) => json is null ? null : JsonElement.Parse(json);

    /// <summary>The same without what was chosen; null where nothing else is in it.</summary>
    public static JsonElement? WithoutValues(string? json)
    {
        if (json is null || JsonNode.Parse(json) is not JsonObject members || !members.Remove(ValuesMember)) return Parsed(json);
        return members.Count == 0 ? null : JsonSerializer.SerializeToElement(members);
    }

    private static IEnumerable<JsonElement> Items(JsonElement json, string member) =>
        json.TryGetProperty(member, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();
}
