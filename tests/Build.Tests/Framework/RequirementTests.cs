using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class RequirementTests : IDisposable
{
    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void All_missing_values_are_named_at_once_by_option_and_variable_before_anything_runs()
    {
        var run = _root.Run("NeedsBoth", "CheckLimits");

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("Target 'NeedsBoth' needs '--api-token' (Token of the registry): pass '--api-token <value>' or set environment variable API_TOKEN.");
        run.Output.ShouldContain("Target 'NeedsBoth' needs '--deploy-user' (Who deploys): pass '--deploy-user <value>' or set environment variable DEPLOY_USER.");
        run.Output.ShouldContain("Target 'NeedsBoth' needs '--count' (Count of things): pass '--count <value>' or set environment variable COUNT.");
        run.Output.ShouldContain("Target 'CheckLimits' needs '--patience' (How long to wait): pass '--patience <value>' or set environment variable PATIENCE.");
        run.Rows.ShouldBe(["ShowLimits NotRun", "CheckLimits NotRun", "NeedsBoth NotRun"]);
    }

    [Fact]
    public void The_variable_named_is_the_one_that_is_read()
    {
        var run = _root.RunWith(new() { ["API_TOKEN"] = "abc", ["DEPLOY_USER"] = "me", ["COUNT"] = "1", ["PATIENCE"] = "00:00:01" }, "NeedsBoth", "CheckLimits");

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("has both: 3 characters for me");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_text_is_no_value(string blank) =>
        _root.RunWith(new() { ["API_TOKEN"] = blank, ["COUNT"] = "1", ["DEPLOY_USER"] = "me" }, "NeedsBoth").Output.ShouldContain("needs '--api-token'");

    [Fact]
    public void A_condition_that_does_not_hold_is_shown_as_it_stands_in_the_source()
    {
        var run = _root.Run("NeedsFast", "--mode", "thorough");

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("Target 'NeedsFast' requires: IsServerBuild || (Mode == Mode.Fast).");
        _root.Run("NeedsFast").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Skipped_targets_require_nothing() =>
        _root.Run("InContext", "NeedsFast", "--skip", "OpenContext").ExitCode.ShouldBe(0);
}
