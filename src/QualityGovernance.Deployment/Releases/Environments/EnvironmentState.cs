namespace QualityGovernance.Deployment.Releases.Environments;

/// <summary>Where an environment's lease, history and fingerprints are kept: one folder for each environment, side by side.</summary>
/// <param name="root">The folder of all environments.</param>
/// <param name="name">Of this one.</param>
public sealed class EnvironmentState(string root, string name)
{
    public string Name => name;

    public string Folder { get; } = Path.Combine(Path.GetFullPath(root), name);

    /// <summary>The states of the other environments that were deployed from here.</summary>
    internal IEnumerable<EnvironmentState> Others => Directory.Exists(root)
        ? Directory.EnumerateDirectories(root).Select(path => Path.GetFileName(path)!).Where(other => other != name).Order(StringComparer.Ordinal).Select(other => new EnvironmentState(root, other))
        : [];

    internal string At(string file) => Path.Combine(Folder, file);

    /// <summary>All of a file or nothing of it, whoever reads it in between; and no half of it where the disk is full.</summary>
    internal void Write(string file, string text)
    {
        Directory.CreateDirectory(Folder);
        var unfinished = At($"{file}.{Environment.ProcessId}.partial");
        try
        {
            File.WriteAllText(unfinished, text);
            File.Move(unfinished, At(file), overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
