using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>What a build wants to know of its git repository, read from git's own files.</summary>
public class GitRepository
{
    public GitRepository(
        GitProtocol? protocol,
        string endpoint,
        string identifier,
        string branch,
        AbsolutePath localDirectory,
        string head,
        string commit,
        IReadOnlyCollection<string> tags,
        string remoteName,
        string remoteBranch)
    {
        Protocol = protocol;
        Endpoint = endpoint;
        Identifier = identifier;
        Branch = branch;
        LocalDirectory = localDirectory;
        Head = head;
        Commit = commit;
        Tags = tags;
        RemoteName = remoteName;
        RemoteBranch = remoteBranch;
    }

    public GitProtocol? Protocol { get; }

    /// <summary>The host, <c>github.com</c> for example; null without a remote.</summary>
    public string Endpoint { get; }

    /// <summary>Owner and name; null without a remote.</summary>
    public string Identifier { get; }

    /// <summary>The branch's short name; null when the head is detached.</summary>
    public string Branch { get; }

    public AbsolutePath LocalDirectory { get; }

    /// <summary>The reference or commit that HEAD names.</summary>
    public string Head { get; }

    /// <summary>The commit; null before the first one.</summary>
    public string Commit { get; }

    /// <summary>Names of the tags on the commit.</summary>
    public IReadOnlyCollection<string> Tags { get; }

    public string RemoteName { get; }

    public string RemoteBranch { get; }

    public string HttpsUrl => Endpoint != null ? $"https://{Endpoint}/{Identifier}.git" : null;

    public string SshUrl => Endpoint != null ? $"git@{Endpoint}:{Identifier}.git" : null;

    public static GitRepository FromUrl(string url, string branch = null)
    {
        var (protocol, endpoint, identifier) = GitRemote.Parse(url);
        return new GitRepository(protocol, endpoint, identifier, branch, null, null, null, null, null, null);
    }

    public static GitRepository FromLocalDirectory(AbsolutePath directory) => GitFiles.Find(directory).ReadRepository();

    public GitRepository SetBranch(string branch) =>
        new(Protocol, Endpoint, Identifier, branch, LocalDirectory, Head, Commit, Tags, RemoteName, RemoteBranch);

    /// <summary>The remote's address, or the local directory when there is no remote.</summary>
    public override string ToString() =>
        Endpoint == null ? LocalDirectory
        : Protocol == GitProtocol.Https ? $"https://{Endpoint}/{Identifier}"
        : $"git@{Endpoint}:{Identifier}";
}
