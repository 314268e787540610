using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class OutputTests : IDisposable
{
    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void GitHub_gets_groups_and_annotations()
    {
        var github = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["API_TOKEN"] = "abcdef" };
        var run = _root.RunWith(github, "Leak");
        var failed = _root.RunWith(github, "FailInContext");

        run.Output.ShouldContain("::group::Leak\n");
        run.Output.ShouldContain("::endgroup::Leak\n");
        run.Output.ShouldContain("::warning::warned of [REDACTED]\n");
        failed.Output.ShouldContain("::error::Target FailInContext has thrown an exception\n");
        run.Output.ShouldNotContain("╬");
        Directory.Exists(_root.At(".nuke/temp")).ShouldBeTrue();
        Directory.EnumerateFiles(_root.At(".nuke/temp"), "build*.log").Select(Path.GetFileName).ShouldBe(["build-attempt.log"]);
    }

    [Fact]
    public void A_host_can_be_named() =>
        _root.Run("Noop", "--host", "GitHubActions").Output.ShouldContain("::group::Noop");

    [Theory]
    [InlineData("Verbose", true, true, true)]
    [InlineData("Normal", false, true, true)]
    [InlineData("Minimal", false, false, false)]
    [InlineData("Quiet", false, false, false)]
    public void Verbosity_decides_which_levels_are_shown(string verbosity, bool verbose, bool debug, bool information)
    {
        var output = _root.Run("Leak", "--verbosity", verbosity, "--api-token", "abcdef").Output;

        output.Contains(" [VRB] ").ShouldBe(verbose);
        output.Contains(" [DBG] ").ShouldBe(debug);
        output.Contains(" [INF] ").ShouldBe(information);
        output.ShouldContain("[WRN] Leak: warned of [REDACTED]");
    }

    [Fact]
    public void The_last_log_and_a_few_before_it_are_kept()
    {
        for (var i = 0; i < 7; i++)
            _root.Run("Show", "--count", $"{i}");

        _root.Read(".nuke/temp/build.log").ShouldContain("Count=6");
        Directory.EnumerateFiles(_root.At(".nuke/temp"), "build.*.log").Count().ShouldBe(5);
    }

    [Fact]
    public void The_header_names_the_engine_and_can_be_left_out()
    {
        _root.Run("Noop").Output.ShouldContain("NUKE 10.1 API subset");
        _root.Run("Noop", "--no-logo").Output.ShouldNotContain("NUKE 10.1 API subset");
    }

    [Fact]
    public void The_table_is_padded_with_spaces_that_no_host_collapses()
    {
        var output = _root.Run("Noop").Output;

        output.ShouldContain("Noop\u00a0\u00a0");
        output.ShouldContain("\u200b\n");
    }
}
