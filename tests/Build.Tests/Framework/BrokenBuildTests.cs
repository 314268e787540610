using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class BrokenBuildTests : IDisposable
{
    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("cyclic", "Circular dependencies between targets:\n - First, Second, Third\n")]
    [InlineData("self-dependent", "Target 'Alone' cannot have a dependency on itself.")]
    [InlineData("ambiguous", "Target 'Same' must be implemented explicitly, because it is inherited from multiple interfaces: IOne and IOther.")]
    [InlineData("throwing", "Build class 'ThrowingBuild' could not be created: Expected file to exist:")]
    public void A_build_that_cannot_be_run_says_why_in_a_sentence(string build, string sentence)
    {
        var run = _root.RunWith(new() { ["SAMPLE"] = build });

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain(sentence);
        run.Output.ShouldNotContain("   at ");
        run.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void A_hook_that_fails_runs_nothing_and_the_outcome_is_told()
    {
        var run = _root.RunWith(new() { ["SAMPLE"] = "failing-hooks" }, "Noop");

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("the hook has failed");
        run.Rows.ShouldBe(["Noop NotRun"]);
    }

    [Fact]
    public void A_condition_that_fails_fails_the_build()
    {
        var run = _root.RunWith(new() { ["SAMPLE"] = "failing-hooks" }, "Conditional");

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("[ERR] Invocation of condition for Conditional has thrown an exception");
        run.Output.ShouldContain("the condition has failed");
        run.Rows.ShouldBe(["Conditional NotRun"]);
    }

    [Fact]
    public void A_build_without_a_default_target_shows_its_help() =>
        _root.RunWith(new() { ["SAMPLE"] = "failing-hooks" }).Output.ShouldContain("Usage: build");
}
