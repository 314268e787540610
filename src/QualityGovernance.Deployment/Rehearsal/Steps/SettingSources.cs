using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>From where each setting of the product comes, in the form that receipts keep. No value is read, so none can get there.</summary>
internal static class SettingSources
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="description">The answer of <c>describe-config --json</c>.</param>
    /// <param name="variables">Names of the variables that the application was given.</param>
    /// <exception cref="StepFailedException">It is no description.</exception>
    public static string Of(string description, IReadOnlySet<string> variables)
    {
        try
        {
            var settings = JsonNode.Parse(description) as JsonArray ?? throw new StepFailedException("\"describe-config --json\" printed something else than an array.", [description]);
            return JsonSerializer.Serialize(
                settings.Select(setting => new
                {
                    Name = Text(setting, "name"),
                    Source = Source(setting, variables),
                    Rule = Text(setting, "rule"),
                    Secret = (bool?)setting!["holds_secret"] ?? false,
                }),
                Json);
        }
        catch (JsonException e)
        {
            throw new StepFailedException("\"describe-config --json\" printed something that is not JSON.", [description], inner: e);
        }
    }

    private static string Source(JsonNode? setting, IReadOnlySet<string> variables) =>
        (string?)setting?["file"] is { } file && variables.Contains(file) ? "file"
        : variables.Contains(Text(setting, "name")) ? "variable"
        : "default";

    private static string Text(JsonNode? setting, string property) =>
        (string?)setting?[property] ?? throw new StepFailedException($"\"describe-config --json\" describes a setting without its {property}.");
}
