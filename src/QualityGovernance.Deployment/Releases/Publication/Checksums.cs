using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>The file that states the hash of every other one in a folder, as <c>sha256sum -c</c> reads it.</summary>
internal static class Checksums
{
    public const string FileName = "SHA256SUMS";

    public static void Write(string folder) =>
        File.WriteAllText(Path.Combine(folder, FileName), string.Concat(Others(folder).Select(file => $"{RunVerifier.Sha256Of(Path.Combine(folder, file))}  {file}\n")));

    /// <param name="folder">Of a release.</param>
    /// <param name="mayBeGone">A file that need not be there; where it is there, it has to be right.</param>
    /// <exception cref="DeploymentException">A file differs, is missing, or is not listed.</exception>
    public static void Check(string folder, string? mayBeGone)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new DeploymentException($"{path} is missing: nobody can say whether the release beside it is whole. Copy the whole folder again.", "./build.sh ListReleases");
        var stated = File.ReadAllLines(path).Where(line => line.Length > 66).ToDictionary(line => line[66..], line => line[..64]);
        foreach (var file in Others(folder).Union(stated.Keys).Where(file => file != mayBeGone || File.Exists(Path.Combine(folder, file))))
        {
            var whole = Path.Combine(folder, file);
            if (!stated.TryGetValue(file, out var sum))
                throw new DeploymentException($"{whole} is not listed in {FileName}: it was added or renamed after the release was made.", $"sha256sum --check {path}");
            if (!File.Exists(whole))
                throw new DeploymentException($"{whole} is missing, and {FileName} lists it. Copy the whole folder of the release again.");
            if (RunVerifier.Sha256Of(whole) != sum)
                throw new DeploymentException($"{whole} is damaged: it does not have the SHA-256 that {FileName} states. Copy the folder of the release again from where it was published.");
        }
    }

    private static IEnumerable<string> Others(string folder) =>
        Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Where(file => file != FileName).Order(StringComparer.Ordinal);
}
