using System.Text.Json;
using QualityGovernance.Deployment.Evidence.Attached;
using QualityGovernance.Deployment.Evidence.Checksums;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>The releases that were published from here, or brought here: a folder each.</summary>
/// <param name="folder">Made with the first.</param>
public sealed class ReleaseStore(string folder)
{
    internal const string ManifestName = "release.json";
    private const string Unfinished = ".partial";
    private const string Replaced = ".replaced";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true };

    public string Folder => Path.GetFullPath(folder);

    public string FolderOf(ReleaseTag tag) => Path.Combine(Folder, tag.Name);

    /// <returns>Null when there is no such release.</returns>
    /// <exception cref="DeploymentException">The manifest cannot be read, or is that of another release.</exception>
    public ReleaseManifest? Find(ReleaseTag tag)
    {
        var path = Path.Combine(FolderOf(tag), ManifestName);
        if (!File.Exists(path))
            return null;
        try
        {
            var manifest = JsonSerializer.Deserialize<ReleaseManifest>(File.ReadAllText(path), Json) ?? throw new JsonException("It is empty.");
            return manifest.Tag == tag.Name ? manifest : throw new DeploymentException($"{path} is the manifest of {manifest.Tag}, in the folder of {tag}.", "./build.sh ListReleases");
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"{path} is not what was written there: {e.Message}", "./build.sh ListReleases", e);
        }
    }

    /// <exception cref="DeploymentException">There is no such release, or its manifest cannot be read.</exception>
    internal ReleaseManifest Require(ReleaseTag tag) => Find(tag)
        ?? throw new DeploymentException($"{tag} was never published: there is no {ManifestName} in {FolderOf(tag)}. Copy the folder of the release there, or publish it.", $"./build.sh Publish --tag {tag}");

    /// <summary>Every release that is here, by its name.</summary>
    public IReadOnlyList<ReleaseTag> List() => !Directory.Exists(Folder)
        ? []
        : [.. Directory.EnumerateDirectories(Folder).Select(path => ReleaseTag.TryParse(Path.GetFileName(path))).OfType<ReleaseTag>().Where(tag => File.Exists(Path.Combine(FolderOf(tag), ManifestName))).OrderBy(tag => tag.Name, StringComparer.Ordinal)];

    /// <summary>Holds the files of a release against its checksums.</summary>
    /// <param name="tag">Which.</param>
    /// <param name="archiveMayBeGone">Whether it is enough that what is there is right: an image that the engine has needs no archive.</param>
    /// <exception cref="DeploymentException">One differs, is missing, or is in no list.</exception>
    public void Check(ReleaseTag tag, bool archiveMayBeGone) => Checksums.Check(FolderOf(tag), archiveMayBeGone ? PublicationOptions.ArchiveName : null);

    /// <summary>Takes a release for one publication. The system gives it back when its holder dies.</summary>
    /// <exception cref="DeploymentException">Another one is at work on it.</exception>
    internal IDisposable Lock(ReleaseTag tag)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, $".{tag}.lock");
        FileStream held;
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DeploymentException($"{tag} is being published by another process: it holds {path}. Let it end, then look what came of it.", "./build.sh ListReleases", e);
        }

        // A publication that was killed while it exchanged the two folders.
        if (Directory.Exists(FolderOf(tag) + Replaced) && !Directory.Exists(FolderOf(tag)))
            Directory.Move(FolderOf(tag) + Replaced, FolderOf(tag));
        Remove(FolderOf(tag) + Replaced);
        return held;
    }

    /// <summary>A folder for what is not a release yet; what an interrupted publication left in it is removed.</summary>
    internal string Begin(ReleaseTag tag)
    {
        Abandon(tag);
        return Directory.CreateDirectory(FolderOf(tag) + Unfinished).FullName;
    }

    internal void Abandon(ReleaseTag tag) => Remove(FolderOf(tag) + Unfinished);

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

    /// <summary>Takes the bill of materials of an image beside what is not a release yet. The one that the release had before stays where there is no newer one.</summary>
    /// <returns>The names of its documents.</returns>
    internal IReadOnlyList<string> TakeBill(ReleaseTag tag, string runsFolder, Runs.RunRecord rehearsal)
    {
        var into = FolderOf(tag) + Unfinished;
        foreach (var before in BillDocuments.Names.Select(name => Path.Combine(FolderOf(tag), name)).Where(File.Exists))
            File.Copy(before, Path.Combine(into, Path.GetFileName(before)));
        if (!IsSigned(tag)) // what was signed stays what it was; a newer bill is one of the next release
            BillDocuments.CopyOf(runsFolder, rehearsal, into);
        return [.. BillDocuments.Names.Where(name => File.Exists(Path.Combine(into, name)))];
    }

    private bool IsSigned(ReleaseTag tag) => File.Exists(Path.Combine(FolderOf(tag), Vouching.ReleaseSeal.FileName));

    /// <summary>Writes the manifest and the checksums, and gives the folder its name: from then on it is a release. What the release had before comes along.</summary>
    internal void Keep(ReleaseTag tag, ReleaseManifest manifest)
    {
        var path = FolderOf(tag) + Unfinished;
        Carry(tag, path, without: null);
        File.WriteAllText(Path.Combine(path, ManifestName), JsonSerializer.Serialize(manifest, Json) + "\n");
        Exchange(tag);
    }

    /// <summary>Puts a file beside a release. The folder is exchanged as a whole: whoever is interrupted leaves it with the file or without.</summary>
    internal void Add(ReleaseTag tag, string name, string content, string? insteadOf = null)
    {
        var path = Begin(tag);
        File.WriteAllText(Path.Combine(path, name), content);
        Carry(tag, path, insteadOf);
        Exchange(tag);
    }

    private void Carry(ReleaseTag tag, string path, string? without)
    {
        foreach (var file in Directory.Exists(FolderOf(tag)) ? Directory.EnumerateFiles(FolderOf(tag)) : [])
        {
            var name = Path.GetFileName(file);
            if (name != Checksums.FileName && name != without && !File.Exists(Path.Combine(path, name)))
                File.Copy(file, Path.Combine(path, name));
        }
    }

    private void Exchange(ReleaseTag tag)
    {
        var path = FolderOf(tag) + Unfinished;
        Checksums.Write(path);
        if (Directory.Exists(FolderOf(tag)))
            Directory.Move(FolderOf(tag), FolderOf(tag) + Replaced);
        Directory.Move(path, FolderOf(tag));
        Remove(FolderOf(tag) + Replaced);
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
