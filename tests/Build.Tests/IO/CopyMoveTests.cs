using Nuke.Common.IO;

namespace Build.Tests.IO;

public sealed class CopyMoveTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private AbsolutePath Root => _directory.Path;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_is_copied_moved_and_renamed()
    {
        var file = _directory.Write("a.txt", "a");

        file.Copy(Root / "new" / "b.txt");
        file.CopyToDirectory(Root / "new");
        file.Move(Root / "c.txt").Rename("d.txt").RenameWithoutExtension("e");

        _directory.Files.ShouldBe(["e.txt", "new/a.txt", "new/b.txt"]);
    }

    [Fact]
    public void What_is_there_is_not_overwritten_unless_the_policy_says_so()
    {
        var source = _directory.Write("a.txt", "new");
        var target = _directory.Write("b.txt", "old");

        Should.Throw<ArgumentException>(() => source.Copy(target)).Message.ShouldContain("already there");
        source.Copy(target, ExistsPolicy.FileSkip).ReadAllText().ShouldBe("old");
        source.Copy(target, ExistsPolicy.FileOverwrite).ReadAllText().ShouldBe("new");
    }

    [Fact]
    public void Only_a_newer_file_overwrites_where_that_is_asked_for()
    {
        var source = _directory.Write("a.txt", "source");
        var target = _directory.Write("b.txt", "target");
        File.SetLastWriteTimeUtc(source, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        source.Copy(target, ExistsPolicy.FileOverwriteIfNewer).ReadAllText().ShouldBe("target");
        File.SetLastWriteTimeUtc(target, new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        source.Copy(target, ExistsPolicy.FileOverwriteIfNewer).ReadAllText().ShouldBe("source");
    }

    [Fact]
    public void A_directory_is_copied_without_what_is_excluded()
    {
        foreach (var file in (string[])["d/a.txt", "d/b.log", "d/bin/c.txt", "d/e/f.txt"])
            _directory.Write(file);

        (Root / "d").Copy(Root / "copy", excludeDirectory: x => x.Name == "bin", excludeFile: x => x.Extension == ".log");

        _directory.Files.Where(x => x.StartsWith("copy", StringComparison.Ordinal)).ShouldBe(["copy/a.txt", "copy/e/f.txt"]);
    }

    [Fact]
    public void Directories_are_merged_only_where_the_policy_says_so()
    {
        _directory.Write("d/a.txt", "new");
        _directory.Write("t/a.txt", "old");
        _directory.Write("t/b.txt", "old");

        Should.Throw<ArgumentException>(() => (Root / "d").Copy(Root / "t")).Message.ShouldContain("forbids to merge");
        (Root / "d").Move(Root / "t", ExistsPolicy.MergeAndOverwrite);

        _directory.Files.ShouldBe(["t/a.txt", "t/b.txt"]);
        (Root / "t" / "a.txt").ReadAllText().ShouldBe("new");
        (Root / "d").DirectoryExists().ShouldBeFalse();
    }

    [Fact]
    public void A_directory_does_not_go_into_itself()
    {
        _directory.Write("d/a.txt");

        Should.Throw<ArgumentException>(() => (Root / "d").Copy(Root / "d" / "e")).Message.ShouldContain("cannot be put into itself");
    }

    [Fact]
    public void Nothing_cannot_be_copied() =>
        Should.Throw<ArgumentException>(() => (Root / "missing").Copy(Root / "b")).Message.ShouldContain("nothing is there");
}
