using System.Xml.Linq;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Runs;

/// <summary>Which source a run is about.</summary>
/// <param name="Commit">Full hash, or "unknown" outside a repository.</param>
/// <param name="Dirty">Whether the checkout differs from the commit; null where that cannot be told.</param>
/// <param name="Version">The version of the product that the checkout states.</param>
internal sealed record SourceState(string Commit, bool? Dirty, string Version)
{
    public const string Unknown = "unknown";

    public static async Task<SourceState> ReadAsync(ICommandRunner runner, string root, CancellationToken cancellation)
    {
        var commit = await runner.TryAsync(Command.Of("git", "-C", root, "rev-parse", "HEAD"), cancellation);
        var status = commit is null ? null : await runner.TryAsync(Command.Of("git", "-C", root, "status", "--porcelain"), cancellation);
        return new SourceState(commit?.Output.Trim() ?? Unknown, status is null ? null : status.Output.Length > 0, VersionOf(root));
    }

    /// <summary>What the product is built with as its commit: marked where the sources are not as committed.</summary>
    public string Mark => Dirty == true ? Commit + "-dirty" : Commit;

    public string DirtyText => Dirty is { } dirty ? (dirty ? "yes" : "no") : Unknown;

    private static string VersionOf(string root)
    {
        var props = Path.Combine(root, "Directory.Build.props");
        return File.Exists(props) ? XDocument.Load(props).Descendants("Version").FirstOrDefault()?.Value ?? Unknown : Unknown;
    }
}
