using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class CommandLineTests : IDisposable
{
    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("--mode Thorough", "Mode=Thorough")]
    [InlineData("--mode=thorough", "Mode=Thorough")]
    [InlineData("-Mode thorough", "Mode=Thorough")]
    [InlineData("--count 3 --count 4", "Count=4")]
    [InlineData("--count -5", "Count=-5")]
    [InlineData("--count=-5", "Count=-5")]
    [InlineData("--dry-run", "DryRun=True")]
    [InlineData("--dryrun", "DryRun=True")]
    [InlineData("--DRY-RUN", "DryRun=True")]
    [InlineData("--dry-run false", "DryRun=False")]
    [InlineData("--dry-run=false", "DryRun=False")]
    [InlineData("--words a b c", "Words=a|b|c")]
    [InlineData("--words a,b", "Words=a|b")]
    [InlineData("--words=a,b", "Words=a|b")]
    [InlineData("--deploy-user=me=you", "User=me=you")]
    public void A_value_follows_its_option_or_an_equals_sign(string options, string shown)
    {
        var run = _root.Run(["Show", .. options.Split(' ')]);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain(shown);
    }

    [Theory]
    [InlineData("--dry-run Show", "DryRun=True")]
    [InlineData("--no-logo Show", "DryRun=False")]
    [InlineData("--count 3 Show", "Count=3")]
    [InlineData("--mode=thorough Show", "Mode=Thorough")]
    [InlineData("--words a,b Show", "Words=a|b")]
    [InlineData("--words=a Show", "Words=a")]
    [InlineData("--words a -- Show", "Words=a")]
    public void Targets_may_follow_options(string arguments, string shown)
    {
        var run = _root.Run(arguments.Split(' '));

        run.ExitCode.ShouldBe(0, run.All);
        run.Rows.ShouldBe(["Show Succeeded"]);
        run.Output.ShouldContain(shown);
    }

    [Theory]
    [InlineData("Noop+Show")]
    [InlineData("Show Noop")]
    [InlineData("--target Noop Show")]
    [InlineData("--target=noop+show")]
    [InlineData("SHOW no-op")]
    public void Several_targets_run_in_the_order_of_their_plan(string arguments) =>
        _root.Run(arguments.Split(' ')).Rows.ShouldBe(["Show Succeeded", "Noop Succeeded"]);

    [Theory]
    [InlineData("--retrys 3", "Option '--retrys' is not known. Did you mean --retries?")]
    [InlineData("--dry-rnu", "Option '--dry-rnu' is not known. Did you mean --dry-run?")]
    [InlineData("--verbose", "Option '--verbose' is not known. '--help' lists all options.")]
    [InlineData("--mode nope", "Option '--mode' must be one of Fast or Thorough, but 'nope' was given on the command line.")]
    [InlineData("--mode thorogh", "Did you mean Thorough?")]
    [InlineData("--mode 1", "Option '--mode' must be one of Fast or Thorough, but '1' was given on the command line.")]
    [InlineData("--count abc", "Option '--count' must be a whole number, but 'abc' was given on the command line.")]
    [InlineData("--count 99999999999", "Option '--count' must be a whole number, but '99999999999' was given on the command line.")]
    [InlineData("--dry-run=maybe", "Option '--dry-run' must be true or false, but 'maybe' was given on the command line.")]
    [InlineData("--flavour swet", "Option '--flavour' must be one of Sweet or Sour, but 'swet' was given on the command line. Did you mean Sweet?")]
    [InlineData("--patience soon", "Option '--patience' must be a valid TimeSpan, but 'soon' was given on the command line.")]
    [InlineData("--count", "Option '--count' needs a value: write '--count <value>' or '--count=<value>'.")]
    [InlineData("--verbosity loud", "Option '--verbosity' must be one of Verbose, Normal, Minimal, or Quiet, but 'loud' was given on the command line.")]
    [InlineData("--host nowhere", "Option '--host' must be one of GitHubActions or Terminal, but 'nowhere' was given.")]
    [InlineData("--skip Restor", "Target with name 'Restor' does not exist. Did you mean Restore?")]
    public void What_is_wrong_is_said_in_a_sentence_and_nothing_runs(string options, string sentence)
    {
        var run = _root.Run(["Show", .. options.Split(' ')]);

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain(sentence);
        run.Output.ShouldNotContain("Show Succeeded");
        run.Output.ShouldNotContain("Mode=");
        run.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var run = _root.Run("Shwo", "--count", "abc", "--mode=nope", "--unknown-thing");

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("'--unknown-thing' is not known");
        run.Output.ShouldContain("'--count' must be a whole number");
        run.Output.ShouldContain("'--mode' must be one of");
        run.Output.ShouldContain("'Shwo' does not exist. Did you mean Show?");
    }

    [Fact]
    public void A_name_that_resembles_nothing_gets_no_suggestion()
    {
        var run = _root.Run("Xyzzyplugh");

        run.Output.ShouldContain("Target with name 'Xyzzyplugh' does not exist.");
        run.Output.ShouldNotContain("Did you mean");
    }

    [Fact]
    public void Without_a_marked_root_it_says_how_to_mark_one()
    {
        Directory.Delete(_root.At(".nuke"));

        var run = _root.Run("Noop");

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("No directory '.nuke' was found in");
        run.Output.ShouldContain("'--root <directory>'");
    }

    [Fact]
    public void The_root_can_be_named_and_the_working_directory_taken_for_it()
    {
        Directory.Delete(_root.At(".nuke"));
        Directory.CreateDirectory(_root.At("elsewhere/.nuke"));

        _root.Run("ShowLimits", "--root", "elsewhere").Output.ShouldContain("Place=" + _root.At("elsewhere/place"));
        _root.Run("ShowLimits", "--root").Output.ShouldContain("Place=" + _root.At("place"));
        _root.Run("ShowLimits", "--root", "nowhere").Output.ShouldContain("Directory '" + _root.At("nowhere") + "', given by '--root', does not exist.");
    }
}
