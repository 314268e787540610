using QualityGovernance.Deployment.Generated;

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
    public IReadOnlyList<string> Write() => [.. Rendered().Where(pair => FileOf(pair.Key, pair.Value).Write(root)).Select(pair => pair.Key)];

    /// <summary>One sentence for each file that is missing, differs, or is described by nothing.</summary>
    public IReadOnlyList<string> Drift()
    {
        var rendered = Rendered();
        return
        [
            .. rendered.Select(pair => FileOf(pair.Key, pair.Value).Drift(root)).OfType<string>(),
            .. Present.Select(file => Path.GetFileName(file)).Where(name => !rendered.ContainsKey(name))
                .Select(name => $".github/workflows/{name} is described by no attribute of the build: describe it in build/Build.Ci.cs, or remove it."),
        ];
    }

    private static GeneratedFile FileOf(string name, string text) => new($".github/workflows/{name}", text, "the build", GenerateCommand);

    private Dictionary<string, string> Rendered() => workflows.ToDictionary(workflow => workflow.FileName, WorkflowYaml.Render);
}
