using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class GenerationTests : IDisposable
{
    private const string File_ = ".github/workflows/ci.yml";

    private static readonly Dictionary<string, string> s_generating = new() { ["SAMPLE"] = "generating" };

    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_local_run_brings_a_configuration_up_to_date_and_says_so_once()
    {
        _root.RunWith(s_generating, "Unrelated").Output.ShouldContain("Configuration files for GitHubActions (ci) have changed.");
        _root.Read(File_).ShouldEndWith("\n\ntargets:\n  - Restore\n  - Pack\n");

        _root.RunWith(s_generating, "Unrelated").Output.ShouldNotContain("have changed");
    }

    [Fact]
    public void A_build_server_writes_nothing()
    {
        _root.RunWith(s_generating, "Unrelated", "--host", "GitHubActions").ExitCode.ShouldBe(0);

        File.Exists(_root.At(File_)).ShouldBeFalse();
    }

    [Fact]
    public void Asked_for_a_configuration_the_build_writes_it_and_runs_nothing()
    {
        var run = _root.RunWith(s_generating, "--generate-configuration", "GitHubActions_ci", "--host", "GitHubActions");

        run.ExitCode.ShouldBe(0, run.All);
        run.Rows.ShouldBeEmpty();
        File.Exists(_root.At(File_)).ShouldBeTrue();
    }

    [Fact]
    public void A_configuration_that_does_not_exist_is_an_error_with_a_suggestion()
    {
        var run = _root.RunWith(s_generating, "--generate-configuration", "GitHubActions_c");

        run.ExitCode.ShouldBe(255);
        run.All.ShouldContain("Did you mean GitHubActions_ci?");
    }
}
