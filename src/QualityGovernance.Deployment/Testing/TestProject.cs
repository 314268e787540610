namespace QualityGovernance.Deployment.Testing;

/// <summary>A test project by its file.</summary>
public sealed record TestProject(string File)
{
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>Whether it runs for minutes, most of which it waits for containers.</summary>
    public bool IsLong => Name.Contains("EndToEnd", StringComparison.Ordinal);

    /// <summary>Every project below the folder whose name ends with <c>.Tests</c>, the long-running ones last.</summary>
    public static IReadOnlyList<TestProject> Below(string folder) => Directory
        .EnumerateFiles(folder, "*.Tests.csproj", SearchOption.AllDirectories)
        .Select(file => new TestProject(file))
        .OrderBy(project => project.IsLong)
        .ThenBy(project => project.Name, StringComparer.Ordinal)
        .ToList();
}
