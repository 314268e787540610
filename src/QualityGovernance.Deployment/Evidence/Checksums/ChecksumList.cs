using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Checksums;

/// <summary>Files with their SHA-256, in the form that <c>sha256sum -c</c> reads from the folder they stand in.</summary>
public sealed partial class ChecksumList
{
    /// <summary>Of the delivered files, in the folder of a release and among the artifacts.</summary>
    public const string FileName = "checksums.sha256";

    private ChecksumList(IReadOnlyList<Checksum> entries) => Entries = entries;

    public IReadOnlyList<Checksum> Entries { get; }

    /// <summary>Of the delivered files of a checkout.</summary>
    public static ChecksumList Of(string root) => Of(root, DeliveredFiles.In(root));

    /// <summary>Of these files.</summary>
    /// <param name="root">The folder that their paths are relative to.</param>
    /// <param name="paths">With slashes.</param>
    public static ChecksumList Of(string root, IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new([.. paths.Order(StringComparer.Ordinal).Select(path => new Checksum(path, RunVerifier.Sha256Of(Path.Combine(root, path))))]);
    }

    /// <exception cref="DeploymentException">A line of it is no checksum, or a file stands in it twice.</exception>
    public static ChecksumList Parse(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Lines(text).FirstOrDefault(line => !Line().IsMatch(line)) is { } wrong)
            throw new DeploymentException($"{source} is no list of checksums: \"{wrong}\" is not a SHA-256, two spaces and a path.", "./build.sh Checksums");
        var entries = Read(text);
        return entries.GroupBy(entry => entry.Path).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new DeploymentException($"{source} names {twice.Key} {twice.Count()} times.", "./build.sh Checksums")
            : new ChecksumList(entries);
    }

    /// <returns>Null where a line of it is no checksum.</returns>
    public static ChecksumList? TryParse(string text) => Lines(text).All(line => Line().IsMatch(line)) ? new ChecksumList(Read(text)) : null;

    /// <summary>What is not as it is written here: files that were changed, that are gone, and that have come.</summary>
    public IReadOnlyList<string> DifferencesTo(ChecksumList found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var (here, there) = (Entries.ToDictionary(entry => entry.Path, entry => entry.Sha256), found.Entries.ToDictionary(entry => entry.Path, entry => entry.Sha256));
        return
        [
            .. here.Keys.Where(path => there.TryGetValue(path, out var hash) && hash != here[path]).Select(path => $"{path} was changed."),
            .. here.Keys.Where(path => !there.ContainsKey(path)).Select(path => $"{path} is missing."),
            .. there.Keys.Where(path => !here.ContainsKey(path)).Select(path => $"{path} was added."),
        ];
    }

    public override string ToString() => string.Concat(Entries.Select(entry => $"{entry.Sha256}  {entry.Path}\n"));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static List<Checksum> Read(string text) =>
        [.. Lines(text).Select(line => Line().Match(line)).Select(match => new Checksum(match.Groups["path"].Value, match.Groups["hash"].Value))];

    [GeneratedRegex(@"\A(?<hash>[0-9a-f]{64})  (?<path>[^\r]+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
