using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Finds the program behind a tool's name.</summary>
public static class ToolPathResolver
{
    /// <summary>The program that an environment variable such as DOCKER_EXE names; null when it is not set.</summary>
    public static string TryGetEnvironmentExecutable(string environmentExecutable)
    {
        var path = EnvironmentInfo.GetVariable(environmentExecutable).ToNullIfEmpty();
        if (path != null)
            Assert.FileExists(path, $"Path '{path}' from environment variable '{environmentExecutable}' does not exist");
        return path;
    }

    public static string GetPathExecutable(string pathExecutable) =>
        TryGetPathExecutable(pathExecutable).NotNull($"Could not find '{pathExecutable}' on the PATH. Install it, or add its directory to PATH.");

    internal static string TryGetPathExecutable(string pathExecutable)
    {
        if (File.Exists(pathExecutable))
            return Path.GetFullPath(pathExecutable);
        var extensions = EnvironmentInfo.IsWin && !Path.HasExtension(pathExecutable) ? (string[])[".exe", ".cmd", ".bat"] : [string.Empty];
        return EnvironmentInfo.Paths
            .SelectMany(directory => extensions.Select(extension => Path.Combine(directory, pathExecutable + extension)))
            .FirstOrDefault(IsExecutable);
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path) &&
        (OperatingSystem.IsWindows() ||
         (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None);
}
