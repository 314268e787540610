using Nuke.Common.IO;

namespace Build.Tests.IO;

public sealed class AbsolutePathTests
{
    [Theory]
    [InlineData("/a", "b", "/a/b")]
    [InlineData("/a", "b/c", "/a/b/c")]
    [InlineData("/a", "b\\c", "/a/b/c")]
    [InlineData("/a/b", "..", "/a")]
    [InlineData("/a/b", "../c", "/a/c")]
    [InlineData("/a", "./b/./c", "/a/b/c")]
    [InlineData("/", "a", "/a")]
    [InlineData("/a/", "b/", "/a/b")]
    [InlineData("C:\\a", "b", "C:\\a\\b")]
    [InlineData("C:\\", "a", "C:\\a")]
    [InlineData("\\\\server\\share", "a", "\\\\server\\share\\a")]
    public void A_child_is_appended_and_normalised(string path, string child, string expected) =>
        (AbsolutePath.Create(path) / child).ToString().ShouldBe(expected);

    [Fact]
    public void Parent_is_a_step_up_and_null_at_the_root()
    {
        AbsolutePath path = "/a/b.txt";

        path.Parent.ShouldBe((AbsolutePath)"/a");
        (path / ..).ShouldBe((AbsolutePath)"/a");
        path.Parent.Parent.ShouldBe((AbsolutePath)"/");
        path.Parent.Parent.Parent.ShouldBeNull();
        AbsolutePath.Create("C:\\").Parent.ShouldBeNull();
    }

    [Fact]
    public void A_path_knows_its_name_and_extension()
    {
        AbsolutePath path = "/a/b.tar.gz";

        path.Name.ShouldBe("b.tar.gz");
        path.NameWithoutExtension.ShouldBe("b.tar");
        path.Extension.ShouldBe(".gz");
        (path + ".sig").Name.ShouldBe("b.tar.gz.sig");
        path.WithExtension("zip").Name.ShouldBe("b.tar.zip");
        path.HasExtension(".zip", ".gz").ShouldBeTrue();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("./a")]
    [InlineData("")]
    public void A_path_without_a_root_is_refused(string path) =>
        Should.Throw<ArgumentException>(() => AbsolutePath.Create(path)).Message.ShouldContain("must be rooted");

    [Fact]
    public void Going_above_the_root_is_refused() =>
        Should.Throw<ArgumentException>(() => AbsolutePath.Create("/a") / "../..").Message.ShouldContain("beyond path root");

    [Fact]
    public void A_rooted_child_is_refused() =>
        Should.Throw<ArgumentException>(() => AbsolutePath.Create("/a") / "/b").Message.ShouldContain("must not be rooted");

    [Fact]
    public void Equality_follows_the_rules_of_the_root()
    {
        (AbsolutePath.Create("/a/b") == AbsolutePath.Create("/a//b/")).ShouldBeTrue();
        (AbsolutePath.Create("/a") == AbsolutePath.Create("/A")).ShouldBeFalse();
        (AbsolutePath.Create("C:\\a") == AbsolutePath.Create("c:\\A")).ShouldBeTrue();
        AbsolutePath.Create("C:\\a").GetHashCode().ShouldBe(AbsolutePath.Create("c:\\A").GetHashCode());
        ((AbsolutePath?)null == null).ShouldBeTrue();
    }

    [Theory]
    [InlineData("d", "\"/a b\"")]
    [InlineData("dn", "\"/a b\"")]
    [InlineData("s", "'/a b'")]
    [InlineData("sn", "'/a b'")]
    [InlineData("nq", "/a b")]
    public void Formats_quote(string format, string expected) => AbsolutePath.Create("/a b").ToString(format).ShouldBe(expected);

    [Fact]
    public void Quotes_come_only_where_needed() => $"{AbsolutePath.Create("/a"):dn}".ShouldBe("/a");

    [Theory]
    [InlineData("/a/b", "/a/b/c", "c")]
    [InlineData("/a/b", "/a/c", "../c")]
    [InlineData("/a/b", "/a/b", "")]
    public void One_path_is_reached_from_another(string from, string to, string expected)
    {
        AbsolutePath.Create(from).GetRelativePathTo(to).ToString().ShouldBe(expected);
        AbsolutePath.Create(from).GetUnixRelativePathTo(to).ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("/a", "/a/b", true)]
    [InlineData("/a", "/a", true)]
    [InlineData("/a", "/ab", false)]
    [InlineData("/a", "/a/..b", true)]
    [InlineData("/a/b", "/a", false)]
    public void Containing_is_told_by_whole_names(string directory, string path, bool expected) =>
        AbsolutePath.Create(directory).Contains(path).ShouldBe(expected);
}
