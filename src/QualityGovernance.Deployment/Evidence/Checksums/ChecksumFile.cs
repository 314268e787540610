using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Checksums;

/// <summary>Writes the checksums of the delivered files, and verifies a checkout by them.</summary>
/// <param name="root">The checkout.</param>
/// <param name="console">Hears what was found.</param>
public sealed class ChecksumFile(string root, IRunConsole console)
{
    /// <summary>Writes them where they were not, or were others.</summary>
    public void Write(string path)
    {
        var list = ChecksumList.Of(root);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, list.ToString());
        console.Line(RunLevel.Normal, $"The checksums of {Counted.Of(list.Entries.Count, "delivered file")} stand in {path}.");
        console.Line(RunLevel.Normal, $"  Verify: ./build.sh VerifyChecksums, or sha256sum -c {path} in {root}");
    }

    /// <summary>Returns the exit code: 0 where every file is as it is written, 1 otherwise.</summary>
    /// <exception cref="DeploymentException">There is no such list, or it is none.</exception>
    public int Verify(string path)
    {
        if (!File.Exists(path))
            throw new DeploymentException($"There are no checksums to verify by: {path} does not exist.", "./build.sh Checksums");
        var list = ChecksumList.Parse(File.ReadAllText(path), path);
        if (list.Entries.Count == 0)
            throw new DeploymentException($"{path} names no file: nothing can be verified by it.", "./build.sh Checksums");
        var differences = list.DifferencesTo(ChecksumList.Of(root));
        foreach (var difference in differences)
            console.Line(RunLevel.Error, "  " + difference);
        console.Line(
            differences.Count == 0 ? RunLevel.Good : RunLevel.Error,
            differences.Count == 0 ? $"As written in {path}: {Counted.Of(list.Entries.Count, "file")}." : $"Not as written in {path}: {differences.Count} of the delivered files.");
        return differences.Count == 0 ? 0 : 1;
    }
}
