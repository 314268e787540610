using System.Text.Json;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>A line of an export: a seal and its entry, or the end.</summary>
/// <param name="Seal">Null on the last line.</param>
/// <param name="Entry">Null where the table no longer has it.</param>
/// <param name="End">On the last line only: without it the export is not whole.</param>
internal sealed record TrailLine(SealLink? Seal, SealedContent? Entry, TrailEnd? End)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    public string Text => (End is not null
        ? CanonicalJson.Object(("end", End.Canonical))
        : CanonicalJson.Object(("entry", Entry?.Canonical), ("seal", Seal?.Canonical))).Text;

    /// <summary>Null when it is not, to the byte, what an export writes: then it was changed in a way that its values may not show.</summary>
    public static TrailLine? Parse(string text)
    {
        try
        {
            var line = JsonSerializer.Deserialize<TrailLine>(text, Json);
            return line is { Seal: not null, End: null } or { Seal: null, Entry: null, End: not null } && line.Text == text ? line : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
