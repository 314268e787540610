using Nuke.Common.CI;
using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>
/// The files in which git keeps a working tree's state. A linked working tree has a file in place of the directory and shares
/// references and configuration with the main one.
/// </summary>
internal sealed class GitFiles
{
    private const string Branches = "refs/heads/";
    private const string DefaultRemote = "origin";

    private readonly AbsolutePath _workingTree;
    private readonly AbsolutePath _own;
    private readonly AbsolutePath _shared;

    private GitFiles(AbsolutePath workingTree)
    {
        _workingTree = workingTree;
        var dotGit = workingTree / ".git";
        _own = dotGit.DirectoryExists() ? dotGit : Resolve(workingTree, ReadLine(dotGit)["gitdir:".Length..].Trim());
        var common = _own / "commondir";
        _shared = common.FileExists() ? Resolve(_own, ReadLine(common)) : _own;
    }

    public static GitFiles Find(AbsolutePath directory) =>
        new(directory.FindParentOrSelf(x => (x / ".git").DirectoryExists() || (x / ".git").FileExists())
            .NotNull($"'{directory}' is not in a git repository"));

    public GitRepository ReadRepository()
    {
        var server = Host.Instance as IBuildServer;
        var headLine = ReadLine(_own / "HEAD");
        var head = headLine.StartsWith("ref: ", StringComparison.Ordinal) ? headLine["ref: ".Length..] : headLine;
        var onBranch = head.StartsWith(Branches, StringComparison.Ordinal);
        var branch = Short(server?.Branch ?? (onBranch ? head : null));
        var commit = server?.Commit ?? (onBranch ? ReadReference(head) : head);
        var configuration = new GitConfiguration(File.ReadAllLines(_shared / "config"));
        var remote = branch == null ? null : configuration.Get("branch", branch, "remote");
        var url = configuration.Get("remote", remote ?? DefaultRemote, "url");
        var (protocol, endpoint, identifier) = url == null ? default((GitProtocol?, string, string)) : GitRemote.Parse(url);
        return new GitRepository(
            protocol, endpoint, identifier, branch, _workingTree, head, commit, ReadTags(commit), remote,
            remote == null ? null : Short(configuration.Get("branch", branch, "merge")));
    }

    private static string Short(string branch) =>
        branch?.StartsWith(Branches, StringComparison.Ordinal) == true ? branch[Branches.Length..] : branch;

    private static AbsolutePath Resolve(AbsolutePath directory, string path) => Path.GetFullPath(path, directory);

    private static string ReadLine(AbsolutePath file) => File.ReadLines(file).First().Trim();

    // Null on a branch without a commit.
    private string ReadReference(string name) =>
        (_shared / name).FileExists() ? ReadLine(_shared / name) : ReadPacked().FirstOrDefault(x => x.Name == name).Commit;

    private List<string> ReadTags(string commit)
    {
        const string tags = "refs/tags/";
        var directory = _shared / "refs" / "tags";
        var loose = directory.DirectoryExists()
            ? Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Select(x => (Commit: ReadLine(x), Name: Path.GetRelativePath(_shared, x).Replace('\\', '/')))
            : [];
        return loose.Concat(ReadPacked().Where(x => x.Name.StartsWith(tags, StringComparison.Ordinal)))
            .Where(x => x.Commit == commit)
            .Select(x => x.Name[tags.Length..])
            .Distinct().ToList();
    }

    private IEnumerable<(string Commit, string Name)> ReadPacked() =>
        (_shared / "packed-refs").FileExists()
            ? File.ReadLines(_shared / "packed-refs").Where(x => x.Length > 0 && x[0] is not ('#' or '^')).Select(x => (x[..x.IndexOf(' ')], x[(x.IndexOf(' ') + 1)..]))
            : [];
}
