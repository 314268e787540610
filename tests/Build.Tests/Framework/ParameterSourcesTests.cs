using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class ParameterSourcesTests : IDisposable
{
    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("Count", "5")]
    [InlineData("COUNT", "5")]
    [InlineData("NUKE_COUNT", "5")]
    [InlineData("count", "5")]
    public void A_variable_is_found_by_name_whatever_its_case_with_or_without_NUKE(string variable, string value) =>
        _root.RunWith(new() { [variable] = value }, "Show").Output.ShouldContain("Count=5");

    [Fact]
    public void Dashes_and_underscores_of_a_variable_do_not_count() =>
        _root.RunWith(new() { ["deploy-user"] = "me" }, "Show").Output.ShouldContain("User=me");

    [Fact]
    public void Two_variables_for_one_parameter_are_a_warning_and_no_value()
    {
        var run = _root.RunWith(new() { ["NUKE_COUNT"] = "5", ["COUNT"] = "6" }, "Show");

        run.Output.ShouldContain("Count=null");
        run.Output.ShouldContain("[WRN] Parameter 'Count' is left without a value from the environment, because several variables stand for it: COUNT, NUKE_COUNT.");
    }

    [Fact]
    public void The_command_line_counts_before_the_environment_before_profiles_before_the_parameters_file_before_the_code()
    {
        _root.Write(".nuke/parameters.json", """{ "Count": 1 }""");
        _root.Write(".nuke/parameters.one.json", """{ "Count": 2 }""");
        _root.Write(".nuke/parameters.two.json", """{ "Count": 3 }""");
        var environment = new Dictionary<string, string> { ["COUNT"] = "4" };

        _root.Run("Show").Output.ShouldContain("Count=1");
        _root.Run("Show", "--profile", "one").Output.ShouldContain("Count=2");
        _root.Run("Show", "--profile", "one", "two").Output.ShouldContain("Count=3");
        _root.Run("Show", "--profile", "two", "one").Output.ShouldContain("Count=2");
        _root.RunWith(environment, "Show", "--profile", "one").Output.ShouldContain("Count=4");
        _root.RunWith(environment, "Show", "--profile", "one", "--count", "5").Output.ShouldContain("Count=5");
        _root.Run("Show", "--mode=thorough").Output.ShouldContain("Count=1");
    }

    [Fact]
    public void A_parameters_file_holds_values_of_every_kind()
    {
        _root.Write(".nuke/parameters.json", """
            {
              "$schema": "build.schema.json",
              // comments are fine
              "Mode": "thorough",
              "DryRun": true,
              "Words": ["a", "b"],
              "Place": "sub/directory",
              "Patience": "00:01:00",
            }
            """);

        var run = _root.Run("Show", "ShowLimits");

        run.Output.ShouldContain("Mode=Thorough Count=null DryRun=True Words=a|b");
        run.Output.ShouldContain("Place=" + _root.At("sub/directory"));
        run.Output.ShouldContain("Patience=00:01:00");
    }

    [Fact]
    public void A_relative_path_is_relative_to_where_it_was_written()
    {
        Directory.CreateDirectory(_root.At("below"));
        _root.Write(".nuke/parameters.json", """{ "Place": "from/file" }""");

        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet", [_root.Program, "ShowLimits", "--place", "from/line"])
        {
            WorkingDirectory = _root.At("below"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        BuildRoot.Finish(process).Output.ShouldContain("Place=" + _root.At("below/from/line"));
        _root.Run("ShowLimits").Output.ShouldContain("Place=" + _root.At("from/file"));
    }

    [Theory]
    [InlineData("""{ "Count": "many" }""", "Option '--count' must be a whole number, but 'many' was given in '.nuke/parameters.json'.")]
    [InlineData("""{ "Count": """, "is not valid JSON at line 1")]
    [InlineData("""{ "ApiToken": "v1:abcdef" }""", "Option '--api-token' is encrypted in '.nuke/parameters.json', which only the genuine packages can read. Set environment variable API_TOKEN instead.")]
    [InlineData("""[]""", "must hold one JSON object")]
    [InlineData("""{ "Count": { "a": 1 } }""", "Value 'Count' in file")]
    public void A_parameters_file_that_does_not_fit_is_an_error(string content, string sentence)
    {
        _root.Write(".nuke/parameters.json", content);

        var run = _root.Run("Show");

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain(sentence);
        run.Output.ShouldNotContain("Mode=");
    }

    [Fact]
    public void A_bad_value_in_the_environment_names_the_variable()
    {
        var run = _root.RunWith(new() { ["NUKE_MODE"] = "nope" }, "Show");

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("but 'nope' was given in environment variable NUKE_MODE.");
    }

    [Fact]
    public void A_profile_without_a_file_is_an_error_with_a_suggestion()
    {
        _root.Write(".nuke/parameters.staging.json", "{}");

        var run = _root.Run("Show", "--profile", "stagin");

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("Profile 'stagin' has no file");
        run.Output.ShouldContain("Did you mean staging?");
    }

    [Fact]
    public void A_name_in_the_file_that_no_parameter_has_is_a_warning_with_a_suggestion()
    {
        _root.Write(".nuke/parameters.json", """{ "Moode": "Fast" }""");

        var run = _root.Run("Show");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("[WRN] 'Moode' in");
        run.Output.ShouldContain("is not a parameter of this build. Did you mean Mode?");
    }

    [Fact]
    public void A_machine_s_own_variables_do_no_harm()
    {
        var machine = new Dictionary<string, string> { ["HOST"] = "some-machine", ["VERBOSITY"] = "chatty", ["ROOT"] = "/nowhere", ["PLAN"] = "b", ["HELP"] = "me" };

        var run = _root.RunWith(machine, "Show");

        run.ExitCode.ShouldBe(0, run.All);
        run.Rows.ShouldBe(["Show Succeeded"]);
    }

    [Fact]
    public void Targets_can_come_from_the_environment()
    {
        _root.RunWith(new() { ["TARGET"] = "Noop" }).Rows.ShouldBe(["Noop Succeeded"]);
        _root.RunWith(new() { ["NUKE_TARGET"] = "Noop+Show", ["SKIP"] = "Restore" }).Rows.ShouldBe(["Show Succeeded", "Noop Succeeded"]);
        _root.RunWith(new() { ["TARGET"] = "Noop" }, "Show").Rows.ShouldBe(["Show Succeeded"]);
    }

    [Fact]
    public void Components_read_values_of_every_type()
    {
        _root.Run("ShowLimits").Output.ShouldContain("Retries=2 Early=False Patience=none Flavour=sour!");
        _root.Run("ShowLimits", "--retries", "-7", "--early", "--patience", "00:00:05", "--flavour", "sweet", "--things", "x", "y").Output
            .ShouldContain("Retries=-7 Early=True Patience=00:00:05 Flavour=sweet!");
    }

    [Fact]
    public void No_parameters_file_is_ever_created()
    {
        _root.Run("Show").ExitCode.ShouldBe(0);

        Directory.EnumerateFiles(_root.At(".nuke")).ShouldBeEmpty();
    }
}
