using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class HelpTests : IDisposable
{
    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Help_lists_targets_parameters_and_options_of_the_engine()
    {
        var help = _root.Run("--help").Output;

        help.ShouldContain("Compile (default)   -> Restore\n    Compiles\n");
        help.ShouldContain("Targets: Show Limits:");
        help.ShouldContain("--mode          Mode to run in. One of Fast or Thorough. Default: Fast.");
        help.ShouldContain("--api-token     Token of the registry. Secret.");
        help.ShouldContain("--things        What to take. A list, separated by ',' or spaces.");
        help.ShouldContain("--target      List of targets to be invoked. Default is 'Compile'.");
        help.IndexOf("--api-token", StringComparison.Ordinal).ShouldBeLessThan(help.IndexOf("Options of the build engine", StringComparison.Ordinal));
        help.IndexOf("--verbosity", StringComparison.Ordinal).ShouldBeGreaterThan(help.IndexOf("Options of the build engine", StringComparison.Ordinal));
    }

    /// <summary>The genuine engine lists targets in one run; here they are grouped. All that it names must still be there.</summary>
    [Fact]
    public void Help_names_all_that_the_genuine_help_names()
    {
        using var root = new BuildRoot("Build.Conformance");
        var genuine = Conformance.ConformanceCase.Read("help").Expected;
        var here = root.Run("--help");

        here.ExitCode.ShouldBe(0);
        var names = genuine.Split('\n').Where(x => x.StartsWith("  ", StringComparison.Ordinal) && x[2] != ' ')
            .Select(x => x.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]).ToList();
        names.Count.ShouldBeGreaterThan(40);
        names.ShouldAllBe(x => here.Output.Contains(x));
        here.Output.Split('\n').ShouldNotContain(line => line.StartsWith("  Hidden", StringComparison.Ordinal));
    }

    [Fact]
    public void Help_for_a_target_explains_it()
    {
        var run = _root.Run("--help", "CheckLimits");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe("""
            CheckLimits
              Fails without patience

              Runs before it: ShowLimits
              Leaves behind: artifacts/*.txt

              Needs a value for:
              --patience   How long to wait.

              Also reads:
              --early     Whether to stop early.
              --flavour   How it tastes. One of Sweet or Sour.
              --place     Where to look.
              --retries   How often to try.
              --things    What to take. A list, separated by ',' or spaces.


            """);
    }

    [Fact]
    public void Help_for_a_target_shows_its_conditions_and_what_it_triggers()
    {
        _root.Run("--help", "NeedsFast").Output.ShouldContain("Requires: IsServerBuild || (Mode == Mode.Fast)");
        _root.Run("--help", "WaitForProcess").Output.ShouldContain("Triggers: Rescue");
        _root.Run("rescue", "--help").Output.ShouldContain("Runs even after a failure or an interruption.");
    }

    [Fact]
    public void Help_is_there_whatever_else_is_wrong()
    {
        _root.Write(".nuke/parameters.json", "{ not json");

        var run = _root.Run("--help", "--count", "abc", "--unknown-thing");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Options of the build engine:");
    }

    [Fact]
    public void Help_for_a_target_that_is_not_there_suggests_one()
    {
        var run = _root.Run("--help", "Complie");

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("'Complie' does not exist. Did you mean Compile?");
    }
}
