namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    public static AbsolutePath Rename(this AbsolutePath source, string newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        source.Move(source.Parent / newName, policy);

    public static AbsolutePath Rename(this AbsolutePath source, Func<AbsolutePath, string> newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        source.Rename(newName(source), policy);

    public static AbsolutePath RenameWithoutExtension(this AbsolutePath source, string newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        source.Rename(newName + source.Extension, policy);

    public static AbsolutePath MoveToDirectory(this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail, bool createDirectories = true) =>
        source.Move(target / source.Name, policy, createDirectories);

    public static AbsolutePath CopyToDirectory(
        this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool> excludeDirectory = null, Func<AbsolutePath, bool> excludeFile = null, bool createDirectories = true) =>
        source.Copy(target / source.Name, policy, excludeDirectory, excludeFile, createDirectories);

    public static AbsolutePath Move(this AbsolutePath source, Func<AbsolutePath, AbsolutePath> newPath, ExistsPolicy policy = ExistsPolicy.Fail, bool createDirectories = true) =>
        source.Move(newPath(source), policy, createDirectories);

    public static AbsolutePath Move(
        this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true, bool deleteRemainingFiles = false)
    {
        Transfer(source, target, policy, createDirectories, _ => false, _ => false, (from, to) => File.Move(from, to, overwrite: true));
        if (source.DirectoryExists() && (deleteRemainingFiles || !Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Any()))
            source.DeleteDirectory();
        return target;
    }

    /// <summary>Copies a file, or a directory with all it holds, to <paramref name="target"/>.</summary>
    public static AbsolutePath Copy(
        this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool> excludeDirectory = null, Func<AbsolutePath, bool> excludeFile = null, bool createDirectories = true)
    {
        Transfer(source, target, policy, createDirectories, excludeDirectory ?? (_ => false), excludeFile ?? (_ => false),
            (from, to) => File.Copy(from, to, overwrite: true));
        return target;
    }

    private static void Transfer(
        AbsolutePath source, AbsolutePath target, ExistsPolicy policy, bool createDirectories,
        Func<AbsolutePath, bool> excludeDirectory, Func<AbsolutePath, bool> excludeFile, Action<string, string> transfer)
    {
        Assert.True(source.FileExists() || source.DirectoryExists(), $"Expected '{source}' to be a file or a directory, but nothing is there");
        Assert.True(createDirectories || target.Parent.DirectoryExists(), $"Directory '{target.Parent}' does not exist and was not to be created");
        target.Parent.CreateDirectory();
        if (source.FileExists())
        {
            if (!excludeFile(source) && MayWrite(source, target, policy))
                transfer(source, target);
            return;
        }
        Assert.False(source.Contains(target), $"Directory '{source}' cannot be put into itself, at '{target}'");
        Assert.True(!target.DirectoryExists() || policy.HasFlag(ExistsPolicy.DirectoryMerge), $"Directory '{target}' is already there and policy '{policy}' forbids to merge");
        TransferDirectory(source, target, policy, excludeDirectory, excludeFile, transfer);
    }

    private static void TransferDirectory(
        AbsolutePath source, AbsolutePath target, ExistsPolicy policy,
        Func<AbsolutePath, bool> excludeDirectory, Func<AbsolutePath, bool> excludeFile, Action<string, string> transfer)
    {
        target.CreateDirectory();
        foreach (var file in source.GetFiles().Where(x => !excludeFile(x)).ToList())
        {
            if (MayWrite(file, target / file.Name, policy))
                transfer(file, target / file.Name);
        }
        foreach (var directory in source.GetDirectories().Where(x => !excludeDirectory(x)).ToList())
            TransferDirectory(directory, target / directory.Name, policy, excludeDirectory, excludeFile, transfer);
    }

    private static bool MayWrite(AbsolutePath source, AbsolutePath target, ExistsPolicy policy)
    {
        if (!target.FileExists() || policy.HasFlag(ExistsPolicy.FileOverwrite))
            return true;
        if (policy.HasFlag(ExistsPolicy.FileOverwriteIfNewer))
            return source.GetLastWriteTimeUtc() > target.GetLastWriteTimeUtc();
        Assert.True(policy.HasFlag(ExistsPolicy.FileSkip), $"File '{target}' is already there and policy '{policy}' forbids to overwrite it");
        return false;
    }
}
