using System.Text.Json;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>The releases that served in an environment, oldest first.</summary>
/// <param name="state">Of the environment.</param>
public sealed class ReleaseHistory(EnvironmentState state)
{
    /// <summary>The procedure that brings a release forward; all others lead back.</summary>
    internal const string Deployment = "Deploy";

    private const string File = "releases.jsonl";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public IReadOnlyList<HistoryEntry> Entries => System.IO.File.Exists(state.At(File))
        ? [.. System.IO.File.ReadLines(state.At(File)).Where(line => line.Length > 0).Select(Read)]
        : [];

    /// <summary>The last one that was seen to serve.</summary>
    public HistoryEntry? Last => Entries is [.., var last] ? last : null;

    /// <summary>The last one before the release that runs now: where the way back leads.</summary>
    /// <param name="imageId">Of what runs.</param>
    public HistoryEntry? Before(string imageId)
    {
        var entries = Entries.ToList();
        // Where the release was deployed, and not where a rollback came back to it: what that rollback left is no way back.
        var deployed = entries.FindLastIndex(entry => entry.Release.ImageId == imageId && entry.Procedure == Deployment);
        return deployed < 0 ? entries.LastOrDefault(entry => entry.Release.ImageId != imageId) : entries.Take(deployed).LastOrDefault(entry => entry.Release.ImageId != imageId);
    }

    /// <summary>The newest releases, each once: the one that runs, and as many as are kept behind it.</summary>
    public IReadOnlyList<ReleaseImage> Kept(int retain) =>
        [.. Entries.Reverse().Select(entry => entry.Release).DistinctBy(release => release.ImageId).Take(retain + 1)];

    internal void Append(HistoryEntry entry) =>
        state.Write(File, string.Concat(Entries.Append(entry).Select(one => JsonSerializer.Serialize(one, Json) + "\n")));

    private HistoryEntry Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<HistoryEntry>(line, Json) ?? throw new JsonException("A line is empty.");
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"The history {state.At(File)} cannot be read: {e.Message}", inner: e);
        }
    }
}
