namespace QualityGovernance.Architecture.Tests;

/// <summary>The checkout the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Hand-written C# sources below the folder, generated and built ones left out.</summary>
    public static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !HasFolder(file, "obj") && !HasFolder(file, "bin"))
        .Where(file => !file.EndsWith(".Designer.cs", StringComparison.Ordinal) && !file.EndsWith("Snapshot.cs", StringComparison.Ordinal));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static bool HasFolder(string file, string name) => Relative(file).Split('/').Contains(name);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "QualityGovernance.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No QualityGovernance.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
