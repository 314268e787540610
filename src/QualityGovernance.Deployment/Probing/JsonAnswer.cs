using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Probing;

/// <summary>What a server answered: the status, the text, and the object where the text is one.</summary>
public sealed record JsonAnswer(HttpStatusCode Status, string Text, JsonObject? Json)
{
    /// <summary>Bodies are quoted in messages; more than this says nothing more.</summary>
    private const int Quoted = 300;

    public string? this[string property] => Json?[property] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var node => node.ToJsonString(),
    };

    /// <summary>Status and body in words fit for a message.</summary>
    public override string ToString() => $"{(int)Status} {(Text.Length > Quoted ? Text[..Quoted] + "..." : Text)}".TrimEnd();

    public static async Task<JsonAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return new JsonAnswer(response.StatusCode, text, Parse(text));
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
