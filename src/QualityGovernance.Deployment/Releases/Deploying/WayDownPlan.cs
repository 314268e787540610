using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>What taking migrations back would do, as the release that made them says.</summary>
/// <param name="Undone">Migrations, newest first.</param>
/// <param name="Losses">Names of what would be lost, with how much of it; empty where nothing would.</param>
internal sealed record WayDownPlan(IReadOnlyList<string> Undone, IReadOnlyDictionary<string, string> Losses)
{
    /// <summary>What is undone that is not wholly applied, in the words of the release; null where every migration is whole.</summary>
    public string? Halfway { get; init; }

    /// <summary>Reads the answer of <c>down --dry-run --json</c>.</summary>
    public static WayDownPlan Parse(string output)
    {
        try
        {
            // Whatever the program logs comes before its answer.
            if (JsonNode.Parse(output.Trim().Split('\n')[^1]) is JsonObject answer && answer["undo"] is JsonArray undone && answer["losses"] is JsonArray losses)
                return new WayDownPlan([.. undone.Select(id => id!.ToString())], losses.ToDictionary(loss => loss!["name"]!.ToString(), loss => $"{loss!["count"]} {loss["unit"]}")) { Halfway = answer["halfway"]?.ToString() };
        }
        catch (JsonException e)
        {
            throw new StepFailedException("\"down --dry-run --json\" of the release printed something that is not JSON.", output.Split('\n'), inner: e);
        }

        throw new StepFailedException("\"down --dry-run --json\" of the release does not say what would be undone and lost.", output.Split('\n'));
    }
}
