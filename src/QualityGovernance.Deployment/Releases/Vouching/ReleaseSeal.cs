using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Vouching;

/// <summary>The signed word for a release: where it comes from, and which image and files it is. It stands beside them.</summary>
internal static class ReleaseSeal
{
    public const string FileName = "provenance.dsse.json";

    /// <summary>The same statement where there was no key to sign it with: it tells, and nobody vouches for it.</summary>
    public const string UnsignedName = "provenance.json";

    /// <summary>Of bills of materials in the form of CycloneDX. Whichever stand beside the image are signed with it.</summary>
    private const string BillOfMaterials = "*.cdx.json";

    /// <summary>What the image is called among the subjects.</summary>
    public static string ImageName(string tag) => $"{PublicationOptions.Product}:{tag}";

    /// <summary>SHA-256 by name of all that a release consists of: its image, and the files beside its record.</summary>
    /// <param name="folder">Of the release.</param>
    /// <param name="manifest">Its record.</param>
    public static IReadOnlyDictionary<string, string> SubjectsOf(string folder, ReleaseManifest manifest)
    {
        var files = new[] { PublicationOptions.ArchiveName, ChecksumList.FileName }.Where(name => File.Exists(Path.Combine(folder, name))).Concat(Directory.EnumerateFiles(folder, BillOfMaterials).Select(path => Path.GetFileName(path)));
        var subjects = files.ToDictionary(name => name, name => RunVerifier.Sha256Of(Path.Combine(folder, name)), StringComparer.Ordinal);
        subjects[ImageName(manifest.Tag)] = Hash(manifest.ImageId);
        return subjects;
    }

    /// <summary>Holds a release against what was signed.</summary>
    /// <param name="folder">Of the release.</param>
    /// <param name="manifest">Its record.</param>
    /// <param name="trusted">Whose signatures count.</param>
    public static ReleaseSignature Read(string folder, ReleaseManifest manifest, TrustedKeys trusted)
    {
        var file = Path.Combine(folder, FileName);
        var findings = new PackFindings();
        IReadOnlyList<TrustedKey> signedBy = [];
        if (!File.Exists(file))
        {
            findings.Unknown.Add($"{manifest.Tag} is not signed: there is no {file}, so nobody says that it is the release that was published.");
        }
        else if (Signed.Read(file, Provenance.PredicateType, findings) is { } signed)
        {
            // Who could sign with another key could as well take the signature away: a stranger's says as little as none.
            signedBy = signed.ByTrusted(trusted, findings, findings.Unknown);
            Compare(folder, manifest, signed.Statement, findings);
        }

        return new ReleaseSignature([.. findings.Problems], [.. findings.Unknown], signedBy);
    }

    /// <summary>Whether everything that the release consists of now is named in the envelope. A place or a bill of materials that came later is not.</summary>
    public static bool Covers(string folder, ReleaseManifest manifest)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) && Signed.Read(file, Provenance.PredicateType, new PackFindings()) is { } signed && SubjectsOf(folder, manifest).Keys.All(signed.Statement.Subjects.ContainsKey);
    }

    private static void Compare(string folder, ReleaseManifest manifest, Statement statement, PackFindings findings)
    {
        var image = ImageName(manifest.Tag);
        if (!statement.Subjects.TryGetValue(image, out var stated))
            findings.Problems.Add($"{FileName} is about {string.Join(", ", statement.Subjects.Keys.Order(StringComparer.Ordinal))}, and not about {image}: it belongs to another release.");
        else if (stated != Hash(manifest.ImageId))
            findings.Problems.Add($"{FileName} is about the image sha256:{stated}, and {ReleaseStore.ManifestName} names {manifest.ImageId}: one of the two was exchanged.");
        if ((string?)statement.Predicate["buildDefinition"]?["resolvedDependencies"]?[0]?["digest"]?["gitCommit"] is var commit && commit != manifest.Commit)
            findings.Problems.Add($"{FileName} is about the commit {commit ?? "of nobody"}, and {ReleaseStore.ManifestName} names {manifest.Commit}: one of the two was changed.");
        foreach (var (name, hash) in statement.Subjects.Where(subject => subject.Key != image))
        {
            // Names in a statement are whoever's who has written it, and they are not followed out of the folder.
            var path = Path.Combine(folder, Path.GetFileName(name));
            if (File.Exists(path) && RunVerifier.Sha256Of(path) != hash)
                findings.Problems.Add($"{path} was changed: it does not have the SHA-256 that was signed.");
            else if (!File.Exists(path) && name != PublicationOptions.ArchiveName)
                findings.Problems.Add($"{path} is missing, and was signed.");
        }
    }

    private static string Hash(string imageId) => imageId[(imageId.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
