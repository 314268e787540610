using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Scanning.Secrets;

/// <summary>The files that the repository tracks, as they are in the checkout now.</summary>
internal static class TrackedFiles
{
    /// <exception cref="CommandFailedException">It is not a checkout.</exception>
    public static async Task<(IReadOnlyList<Finding> Findings, int Files, int Unread)> ScanAsync(ICommandRunner runner, string root, CancellationToken cancellation)
    {
        var listed = await runner.CheckedAsync(Command.Of("git", "-C", root, "-c", "core.quotePath=false", "ls-files"), cancellation: cancellation);
        var findings = new List<Finding>();
        var (read, unread) = (0, 0);
        foreach (var file in listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            cancellation.ThrowIfCancellationRequested();
            var path = new FileInfo(Path.Combine(root, file));
            if (!path.Exists || path.LinkTarget is not null)
                continue;
            if (path.Length > SecretScanner.LargestFile)
            {
                unread++;
                continue;
            }

            findings.AddRange(SecretScanner.Scan(file, await File.ReadAllBytesAsync(path.FullName, cancellation)));
            read++;
        }

        return (findings, read, unread);
    }
}
