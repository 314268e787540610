using System.Text.Json;

namespace QualityGovernance.Web.Features.Audits;

/// <summary>Reads texts out of JSON that came as it liked: one with half a character in it can't be read.</summary>
internal static class JsonTexts
{
    public static bool TryRead(JsonElement element, out string text)
    {
        text = "";
        if (element.ValueKind != JsonValueKind.String) return false;
        try
        {
            text = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false; // a lone surrogate
        }
    }

    /// <summary>Every text in it can be read and stored, names included.</summary>
    public static bool IsSound(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => TryRead(element, out var text) && !text.Contains('\0'),
        JsonValueKind.Array => element.EnumerateArray().All(IsSound),
        JsonValueKind.Object => element.EnumerateObject().All(member => HasSoundName(member) && IsSound(member.Value)),
        _ => true,
    };

    private static bool HasSoundName(JsonProperty member)
    {
        try
        {
            return !member.Name.Contains('\0');
        }
        catch (InvalidOperationException)
        {
            return false; // a lone surrogate
        }
    }
}
