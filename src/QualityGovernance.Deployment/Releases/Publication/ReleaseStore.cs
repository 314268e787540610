using System.Text.Json;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>The releases that were published from here: a folder each.</summary>
/// <param name="folder">Made with the first.</param>
public sealed class ReleaseStore(string folder)
{
    internal const string ManifestName = "release.json";
    internal const string SumsName = "SHA256SUMS";
    private const string Unfinished = ".partial";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true };

    public string FolderOf(ReleaseTag tag) => Path.Combine(Path.GetFullPath(folder), tag.Name);

    /// <returns>Null when there is no such release.</returns>
    public ReleaseManifest? Find(ReleaseTag tag)
    {
        var path = Path.Combine(FolderOf(tag), ManifestName);
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<ReleaseManifest>(File.ReadAllText(path), Json);
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"{path} is not what was written there: {e.Message}", inner: e);
        }
    }

    /// <summary>A folder for what is not a release yet; what an interrupted publication left in it is removed.</summary>
    internal string Begin(ReleaseTag tag)
    {
        var path = FolderOf(tag) + Unfinished;
        Abandon(tag);
        Directory.CreateDirectory(path);
        return path;
    }

    internal void Abandon(ReleaseTag tag)
    {
        if (Directory.Exists(FolderOf(tag) + Unfinished))
            Directory.Delete(FolderOf(tag) + Unfinished, recursive: true);
    }

    /// <summary>Writes the manifest and the checksums, and gives the folder its name: from then on it is a release.</summary>
    internal void Keep(ReleaseTag tag, ReleaseManifest manifest)
    {
        var path = FolderOf(tag) + Unfinished;
        File.WriteAllText(Path.Combine(path, ManifestName), JsonSerializer.Serialize(manifest, Json) + "\n");
        var files = Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToList();
        File.WriteAllText(Path.Combine(path, SumsName), string.Concat(files.Select(file => $"{Runs.RunVerifier.Sha256Of(Path.Combine(path, file))}  {file}\n")));
        Directory.Move(path, FolderOf(tag));
    }
}
