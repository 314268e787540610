namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>A file that its owner alone may read, from its first byte on.</summary>
internal static class OwnersFile
{
    /// <exception cref="IOException">It is there already.</exception>
    public static void Write(string path, string content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(content);
    }
}
