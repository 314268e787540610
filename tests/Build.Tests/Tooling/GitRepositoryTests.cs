using Nuke.Common.Git;
using Nuke.Common.IO;

namespace Build.Tests.Tooling;

public sealed class GitRepositoryTests : IDisposable
{
    private const string Commit = "1111111111111111111111111111111111111111";
    private const string Other = "2222222222222222222222222222222222222222";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("repository ");

    public GitRepositoryTests()
    {
        Write("main/.git/HEAD", "ref: refs/heads/main\n");
        Write("main/.git/refs/heads/main", Commit + "\n");
        Write("main/.git/refs/tags/v1.0", Commit + "\n");
        Write("main/.git/refs/tags/v0.9", Other + "\n");
        Write("main/.git/packed-refs", $"# pack-refs with: peeled fully-peeled sorted\n{Other} refs/heads/feature/packed\n{Commit} refs/tags/v1.0.0\n^{Other}\n");
        Write("main/.git/config", """
            [core]
            	bare = false
            [remote "origin"]
            	url = https://example.com/quality/platform.git
            	fetch = +refs/heads/*:refs/remotes/origin/*
            [branch "main"]
            	remote = origin
            	merge = refs/heads/main
            """);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Branch_commit_tags_and_remote_are_read()
    {
        var repository = Read("main");

        repository.ShouldSatisfyAllConditions(
            x => x.Branch.ShouldBe("main"),
            x => x.Commit.ShouldBe(Commit),
            x => x.Tags.ShouldBe(["v1.0", "v1.0.0"]),
            x => x.HttpsUrl.ShouldBe("https://example.com/quality/platform.git"),
            x => x.RemoteName.ShouldBe("origin"),
            x => x.RemoteBranch.ShouldBe("main"),
            x => x.IsOnMainOrMasterBranch().ShouldBeTrue(),
            x => x.ToString().ShouldBe("https://example.com/quality/platform"));
    }

    [Fact]
    public void It_is_found_from_a_directory_below()
    {
        Directory.CreateDirectory(Path.Combine(_directory.FullName, "main/src/deep"));

        ((string)Read("main/src/deep").LocalDirectory).ShouldBe(Path.Combine(_directory.FullName, "main"));
    }

    [Fact]
    public void A_packed_branch_has_its_commit()
    {
        Write("main/.git/HEAD", "ref: refs/heads/feature/packed\n");

        var repository = Read("main");

        repository.Branch.ShouldBe("feature/packed");
        repository.Commit.ShouldBe(Other);
        repository.IsOnFeatureBranch().ShouldBeTrue();
    }

    [Fact]
    public void A_detached_head_has_a_commit_and_no_branch()
    {
        Write("main/.git/HEAD", Other + "\n");

        var repository = Read("main");

        repository.Branch.ShouldBeNull();
        repository.Commit.ShouldBe(Other);
    }

    [Fact]
    public void A_branch_without_a_commit_has_none()
    {
        Write("main/.git/HEAD", "ref: refs/heads/unborn\n");

        Read("main").Commit.ShouldBeNull();
    }

    [Fact]
    public void A_linked_working_tree_shares_references_and_configuration()
    {
        Write("main/.git/worktrees/linked/HEAD", "ref: refs/heads/feature/packed\n");
        Write("main/.git/worktrees/linked/commondir", "../..\n");
        Write("linked/.git", $"gitdir: {Path.Combine(_directory.FullName, "main/.git/worktrees/linked")}\n");

        var repository = Read("linked");

        repository.Branch.ShouldBe("feature/packed");
        repository.Commit.ShouldBe(Other);
        repository.Identifier.ShouldBe("quality/platform");
    }

    [Fact]
    public void Without_a_remote_it_is_called_by_its_directory()
    {
        Write("main/.git/config", "[core]\n\tbare = false\n");

        var repository = Read("main");

        repository.HttpsUrl.ShouldBeNull();
        repository.ToString().ShouldBe(Path.Combine(_directory.FullName, "main"));
    }

    [Fact]
    public void Where_there_is_no_repository_it_says_so() =>
        Should.Throw<Exception>(() => Read(".")).Message.ShouldContain("is not in a git repository");

    [Theory]
    [InlineData("https://github.com/owner/name.git", GitProtocol.Https, "github.com", "owner/name")]
    [InlineData("https://user:token@host.example/owner/name", GitProtocol.Https, "host.example", "owner/name")]
    [InlineData("git@github.com:owner/name.git", GitProtocol.Ssh, "github.com", "owner/name")]
    [InlineData("ssh://git@host.example:2222/owner/name.git/", GitProtocol.Ssh, "host.example", "owner/name")]
    public void A_remote_is_taken_apart(string url, GitProtocol protocol, string endpoint, string identifier)
    {
        var repository = GitRepository.FromUrl(url);

        repository.Protocol.ShouldBe(protocol);
        repository.Endpoint.ShouldBe(endpoint);
        repository.Identifier.ShouldBe(identifier);
    }

    private GitRepository Read(string directory) =>
        GitRepository.FromLocalDirectory(AbsolutePath.Create(Path.GetFullPath(Path.Combine(_directory.FullName, directory))));

    private void Write(string path, string text)
    {
        var file = Path.Combine(_directory.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
