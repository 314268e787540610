using System.Text.Json;
using QualityGovernance.Deployment.Evidence.Checksums;

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

    /// <summary>The checksums of the delivered files that a release was published from; null where none were written down.</summary>
    /// <exception cref="DeploymentException">They are not those that were written down.</exception>
    internal ChecksumList? ChecksumsOf(ReleaseTag tag)
    {
        if (Find(tag)?.ChecksumsSha256 is not { } expected)
            return null;
        var path = Path.Combine(FolderOf(tag), ChecksumList.FileName);
        if (!File.Exists(path) || Runs.RunVerifier.Sha256Of(path) != expected)
            throw new DeploymentException($"{path} is not what was written there when {tag} was published: {ManifestName} states another SHA-256 for it.");
        return ChecksumList.Parse(File.ReadAllText(path), path);
    }

    /// <summary>The path of the checksums that a release was published with.</summary>
    /// <exception cref="DeploymentException">There is no such release, it has none, or they are not those that were written down.</exception>
    public string ChecksumsPath(ReleaseTag tag) => ChecksumsOf(tag) is not null
        ? Path.Combine(FolderOf(tag), ChecksumList.FileName)
        : throw new DeploymentException($"There are no checksums of {tag}: {(Find(tag) is null ? $"there is no {ManifestName} in {FolderOf(tag)}" : "it was published without")}.", "./build.sh Checksums");

    /// <summary>Writes the checksums of the delivered files beside what is not a release yet.</summary>
    /// <returns>The SHA-256 for the manifest.</returns>
    internal string WriteChecksums(ReleaseTag tag, string root)
    {
        var path = Path.Combine(FolderOf(tag) + Unfinished, ChecksumList.FileName);
        File.WriteAllText(path, ChecksumList.Of(root).ToString());
        return Runs.RunVerifier.Sha256Of(path);
    }

    /// <summary>Writes the manifest and the checksums of the folder, and gives the folder its name: from then on it is a release.</summary>
    internal void Keep(ReleaseTag tag, ReleaseManifest manifest)
    {
        var path = FolderOf(tag) + Unfinished;
        File.WriteAllText(Path.Combine(path, ManifestName), JsonSerializer.Serialize(manifest, Json) + "\n");
        var files = Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToList();
        File.WriteAllText(Path.Combine(path, SumsName), string.Concat(files.Select(file => $"{Runs.RunVerifier.Sha256Of(Path.Combine(path, file))}  {file}\n")));
        Directory.Move(path, FolderOf(tag));
    }
}
