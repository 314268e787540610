using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Drills.Faults.Grounds;

/// <summary>What every procedure may leave, wherever it runs: containers of its process, closed folders, half files.</summary>
internal static class GroundRemains
{
    public static async Task<IReadOnlyList<string>> FindAsync(ContainerEngine engine, string root, string owner, CancellationToken cancellation)
    {
        var containers = await engine.ContainersAsync(new Dictionary<string, string> { [Labels.Project] = Labels.ProjectName, [Labels.OwnerPid] = owner }, cancellation);
        var temporary = Path.Combine(root, "tmp");
        return
        [
            .. containers.Select(container => $"container {container.Name} of {container.Image}, {container.State}"),
            .. Directory.Exists(temporary) ? Directory.EnumerateDirectories(temporary, "qgp-*").Select(folder => $"folder {Path.GetFileName(folder)}") : [],
            .. new[] { "state", "backups", "releases" }.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFileSystemEntries(folder, "*.partial", SearchOption.AllDirectories))
                .Select(half => $"half of a file {Path.GetRelativePath(root, half)}"),
        ];
    }
}
