using Nuke.Common;
using Nuke.Common.IO;

namespace Build.Tests.IO;

public sealed class FileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private AbsolutePath Root => _directory.Path;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Text_is_written_as_UTF8_without_a_mark_and_ends_with_a_line_break()
    {
        var file = Root / "new" / "a.txt";

        file.WriteAllText("ä");

        file.ReadAllBytes().ShouldBe([0xC3, 0xA4, (byte)'\n']);
        file.ReadAllText().ShouldBe("ä\n");
        file.WriteAllText("b\n").ReadAllText().ShouldBe("b\n");
        file.WriteAllText("b", eofLineBreak: false).ReadAllText().ShouldBe("b");
    }

    [Fact]
    public void Lines_are_written_with_the_breaks_of_the_platform_asked_for()
    {
        var file = Root / "a.txt";

        file.WriteAllLines(["a", "b"], platformFamily: PlatformFamily.Windows).ReadAllText().ShouldBe("a\r\nb\r\n");
        file.WriteAllLines(["a", "b"], platformFamily: PlatformFamily.Linux, eofLineBreak: false).ReadAllText().ShouldBe("a\nb");
        file.AppendAllLines(["c"]).ReadAllLines().ShouldBe(["a", "bc"]);
        file.UpdateText(x => x.ToUpperInvariant()).ReadAllLines().ShouldBe(["A", "BC"]);
    }

    [Fact]
    public void A_file_that_is_missing_is_named() =>
        Should.Throw<ArgumentException>(() => (Root / "missing").ReadAllText()).Message.ShouldContain(Root / "missing");

    [Fact]
    public void A_directory_is_created_cleaned_and_deleted_with_read_only_files_in_it()
    {
        var file = _directory.Write("d/e/a.txt");
        File.SetAttributes(file, FileAttributes.ReadOnly);

        (Root / "d").CreateOrCleanDirectory();
        _directory.Files.ShouldBeEmpty();
        (Root / "d").DirectoryExists().ShouldBeTrue();
        (Root / "d").DeleteDirectory();
        (Root / "d").DeleteDirectory();
        (Root / "d").DirectoryExists().ShouldBeFalse();
    }

    [Fact]
    public void Deleting_a_directory_does_not_follow_links()
    {
        _directory.Write("kept/a.txt");
        (Root / "d").CreateDirectory();
        Directory.CreateSymbolicLink(Root / "d" / "link", Root / "kept");
        Directory.CreateSymbolicLink(Root / "other", Root / "kept");

        (Root / "d").DeleteDirectory();
        (Root / "other").DeleteDirectory();

        _directory.Files.ShouldBe(["kept/a.txt"]);
        (Root / "other").DirectoryExists().ShouldBeFalse();
    }

    [Fact]
    public void Whether_a_file_or_a_directory_is_meant_is_told_by_the_name_of_the_variable()
    {
        var someFile = _directory.Write("a.txt");
        var someDirectory = Root;
        var something = Root;

        someFile.Exists().ShouldBeTrue();
        someDirectory.Exists().ShouldBeTrue();
        Should.Throw<ArgumentException>(() => something.Exists()).Message.ShouldContain("FileExists() or DirectoryExists()");
        (Root / "b").ExistingFile().ShouldBeNull();
    }

    [Fact]
    public void Patterns_find_files_and_directories_in_order()
    {
        foreach (var file in (string[])["a.cs", "b.txt", "x/a.cs", "x/y/a.cs", "x/y/b.CS", "z/bin/a.cs"])
            _directory.Write(file);

        Names(Root.GlobFiles("*.cs")).ShouldBe(["a.cs"]);
        Names(Root.GlobFiles("**/*.cs")).ShouldBe(["a.cs", "x/a.cs", "x/y/a.cs", "z/bin/a.cs"]);
        Names(Root.GlobFiles("x/**/a.*")).ShouldBe(["x/a.cs", "x/y/a.cs"]);
        Names(Root.GlobFiles("*.{cs,txt}")).ShouldBe(["a.cs", "b.txt"]);
        Names(Root.GlobFiles("?.cs", "*.txt", "a.*")).ShouldBe(["a.cs", "b.txt"]);
        Names(Root.GlobDirectories("**/bin")).ShouldBe(["z/bin"]);
        Names(Root.GlobDirectories("*")).ShouldBe(["x", "z"]);
        Names((Root / "x" / "**" / "*.cs").GlobFiles()).ShouldBe(["x/a.cs", "x/y/a.cs"]);
        (Root / "missing").GlobFiles("**/*").ShouldBeEmpty();
    }

    [Fact]
    public void Files_are_listed_to_a_depth()
    {
        _directory.Write("a.txt");
        _directory.Write("x/b.txt");
        _directory.Write("x/y/c.txt");

        Names(Root.GetFiles()).ShouldBe(["a.txt"]);
        Names(Root.GetFiles(depth: 2)).ShouldBe(["a.txt", "x/b.txt"]);
        Names(Root.GetDirectories(depth: 5)).ShouldBe(["x", "x/y"]);
    }

    private IEnumerable<string> Names(IEnumerable<AbsolutePath> paths) => paths.Select(x => Root.GetRelativePathTo(x).ToString());
}
