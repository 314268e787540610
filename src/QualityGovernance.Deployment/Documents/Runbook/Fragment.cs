namespace QualityGovernance.Deployment.Documents.Runbook;

/// <summary>A part of a document that people write, with placeholders for what the build knows better.</summary>
/// <param name="Name">Its file.</param>
/// <param name="Text">As it is written.</param>
public sealed record Fragment(string Name, string Text)
{
    /// <summary>All in a folder, in the order of their names.</summary>
    /// <exception cref="DeploymentException">There are none.</exception>
    public static IReadOnlyList<Fragment> ReadAll(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).ToList() : [];
        return files.Count > 0
            ? [.. files.Select(file => new Fragment(Path.GetFileName(file), File.ReadAllText(file)))]
            : throw new DeploymentException($"There are no fragments in {folder}, and a document is made of them.", "git status");
    }
}
