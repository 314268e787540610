using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>When the way back was last practised with success.</summary>
/// <param name="history">One JSON object per line, with <c>at</c> and <c>verdict</c>.</param>
internal sealed class DrillAge(string history)
{
    private const string Practise = "./build.sh ResetDrill --confirm";

    /// <exception cref="DeploymentException">It was too long ago, or never.</exception>
    public DateTimeOffset Require(TimeSpan maximum, DateTimeOffset now)
    {
        var good = Lines().Where(line => Verdict.Read(line.Verdict) == Judgement.Passed && line.At <= now).Select(line => line.At).ToList();
        if (good.Count == 0)
            throw new DeploymentException($"No reset drill that went well is on record in {history}, and one must not be older than {maximum.TotalDays:0} days. Nothing was changed.", Practise);
        var last = good.Max();
        return now - last <= maximum
            ? last
            : throw new DeploymentException($"The last reset drill that went well was {(now - last).TotalDays:0.0} days ago, and it must not be older than {maximum.TotalDays:0} days. Nothing was changed.", Practise);
    }

    private IEnumerable<(DateTimeOffset At, string? Verdict)> Lines()
    {
        foreach (var line in File.Exists(history) ? File.ReadLines(history).Where(line => line.Length > 0) : [])
            yield return Read(line);
    }

    private (DateTimeOffset At, string? Verdict) Read(string line)
    {
        try
        {
            if (JsonNode.Parse(line) is JsonObject drill && DateTimeOffset.TryParse((string?)drill["at"], out var at))
                return (at, (string?)drill["verdict"]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new DeploymentException($"The history of drills {history} holds a line that is not one: {e.Message}", inner: e);
        }

        throw new DeploymentException($"The history of drills {history} holds a line without a time \"at\".");
    }
}
