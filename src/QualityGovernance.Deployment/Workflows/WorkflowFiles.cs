namespace QualityGovernance.Deployment.Workflows;

/// <summary>The files that GitHub reads, against the workflows that the build describes.</summary>
public sealed class WorkflowFiles(string root, IReadOnlyList<Workflow> workflows)
{
    public const string GenerateCommand = "./build.sh GenerateWorkflows";

    public string Folder { get; } = Path.Combine(root, ".github", "workflows");

    /// <summary>All there are, generated or not, in order.</summary>
    public IReadOnlyList<string> Present => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder).Where(file => Path.GetExtension(file) is ".yml" or ".yaml").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Writes those that differ, and removes nothing.</summary>
    /// <returns>The names of the files that were written.</returns>
    public IReadOnlyList<string> Write()
    {
        Directory.CreateDirectory(Folder);
        var written = new List<string>();
        foreach (var (name, text) in Rendered())
        {
            var file = Path.Combine(Folder, name);
            if (File.Exists(file) && File.ReadAllText(file) == text) continue;
            File.WriteAllText(file, text);
            written.Add(name);
        }

        return written;
    }

    /// <summary>One sentence for each file that is missing, differs, or is described by nothing.</summary>
    public IReadOnlyList<string> Drift()
    {
        var rendered = Rendered();
        return
        [
            .. rendered.Select(pair => Difference(pair.Key, pair.Value)).OfType<string>(),
            .. Present.Select(file => Path.GetFileName(file)).Where(name => !rendered.ContainsKey(name))
                .Select(name => $".github/workflows/{name} is described by no attribute of the build: describe it in build/Build.Ci.cs, or remove it."),
        ];
    }

    private string? Difference(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        if (!File.Exists(file)) return $".github/workflows/{name} is missing: {GenerateCommand}";
        var (have, want) = (File.ReadAllText(file).Split('\n'), text.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(have.Length, want.Length)).FirstOrDefault(index => have.ElementAtOrDefault(index) != want.ElementAtOrDefault(index), -1);
        return line < 0
            ? null
            : $".github/workflows/{name}, line {line + 1} is \"{have.ElementAtOrDefault(line)?.Trim()}\" and not \"{want.ElementAtOrDefault(line)?.Trim()}\", as the build describes it: {GenerateCommand}";
    }

    private Dictionary<string, string> Rendered() => workflows.ToDictionary(workflow => workflow.FileName, WorkflowYaml.Render);
}
