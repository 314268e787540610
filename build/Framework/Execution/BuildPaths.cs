using Nuke.Common.IO;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>Where the build stands. Found on first use: field initialisers of a build may ask before anything else runs.</summary>
internal static class BuildPaths
{
    private const string NukeDirectoryName = ".nuke";

    private static AbsolutePath s_root;
    private static AbsolutePath s_temporary;
    private static AbsolutePath s_project;

    public static AbsolutePath Root => s_root ??= FindRoot();

    public static AbsolutePath Nuke => Root / NukeDirectoryName;

    public static AbsolutePath Temporary => s_temporary ??= (Nuke / "temp").CreateDirectory();

    public static AbsolutePath Assembly { get; } = System.Reflection.Assembly.GetEntryAssembly()?.Location is { Length: > 0 } location ? location : Environment.ProcessPath;

    /// <summary>The nearest project file above the assembly; null when the assembly stands outside its sources.</summary>
    public static AbsolutePath Project => s_project ??= Assembly
        .Descendants(x => x.Parent)
        .TakeWhile(x => x != Root.Parent)
        .Select(x => Directory.EnumerateFiles(x, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault())
        .FirstOrDefault(x => x != null);

    private static AbsolutePath FindRoot()
    {
        if (CommandLine.Current.GetRaw(BuiltInOptions.Root) is { } words)
            return words.Count == 0 ? EnvironmentInfo.WorkingDirectory : GetDirectory(words[0], "--root");
        foreach (var variable in (string[])["NUKE_ROOT", "ROOT"])
        {
            if (EnvironmentInfo.GetVariable(variable) is { Length: > 0 } value && Directory.Exists(Path.Combine(value, NukeDirectoryName)))
                return GetDirectory(value, variable);
        }
        // A .nuke in the home directory holds settings of the user, not a build.
        AbsolutePath home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } profile ? profile : null;
        return EnvironmentInfo.WorkingDirectory.DescendantsAndSelf(x => x.Parent).FirstOrDefault(x => x != home && (x / NukeDirectoryName).DirectoryExists())
               ?? throw new BuildUsageException(
                   $"No directory '{NukeDirectoryName}' was found in '{EnvironmentInfo.WorkingDirectory}' or above. Create one to mark the root, or name the root with '--root <directory>'.");
    }

    private static AbsolutePath GetDirectory(string path, string source)
    {
        var full = Path.GetFullPath(path);
        return Directory.Exists(full) ? full : throw new BuildUsageException($"Directory '{full}', given by '{source}', does not exist.");
    }
}
