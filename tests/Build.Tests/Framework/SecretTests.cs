using Build.Tests.Programs;

namespace Build.Tests.Framework;

/// <summary>A sentinel given as a secret must not be found in anything that the build writes, however it got in.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Sentinel = "s3nt!nel/With+Signs=";

    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    public static TheoryData<string> Targets => new("Leak", "LeakByException", "LeakByProcess");

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_secret_of_the_command_line_is_masked(string target) => AssertMasked(_root.Run(target, "--api-token", Sentinel, "--verbosity", "Verbose"));

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_secret_behind_an_equals_sign_is_masked(string target) => AssertMasked(_root.Run(target, $"--api-token={Sentinel}"));

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_secret_of_the_environment_is_masked(string target) => AssertMasked(_root.RunWith(new() { ["API_TOKEN"] = Sentinel }, target));

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_secret_of_the_parameters_file_is_masked(string target)
    {
        _root.Write(".nuke/parameters.json", $$"""{ "ApiToken": "{{Sentinel}}" }""");

        AssertMasked(_root.Run(target));
    }

    [Fact]
    public void Everything_that_leaks_is_still_shown_around_the_mask()
    {
        var run = _root.Run("Leak", "--api-token", Sentinel);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("token [REDACTED] and passphrase [REDACTED]");
        run.Output.ShouldContain("[WRN] warned of [REDACTED]");
        run.Output.ShouldContain("[WRN] Leak: warned of [REDACTED]");
        run.Output.ShouldContain("https://x/?t=[REDACTED]");
        run.Output.ShouldContain("straight to the console: [REDACTED]");
        run.Output.ShouldContain("[REDACTED] in two pieces");
        run.Error.ShouldContain("[REDACTED] letter by letter");
        run.Output.ShouldContain("[DBG] from a process: [REDACTED]");
        run.Output.ShouldContain("// Token: [REDACTED]");
        _root.Read(".nuke/temp/build.log").ShouldContain("token [REDACTED] and passphrase [REDACTED]");
    }

    [Fact]
    public void A_secret_that_the_code_initialises_is_masked() =>
        _root.Run("Leak", "--api-token", Sentinel).All.ShouldNotContain("initial-passphrase");

    [Fact]
    public void A_secret_with_quotes_is_masked_with_and_without_their_escapes()
    {
        var run = _root.Run("Leak", "--api-token", "qu\"oted\\s3nt");

        run.ExitCode.ShouldBe(0, run.All);
        run.All.ShouldNotContain("qu\"oted");
        run.All.ShouldNotContain("qu\\\"oted");
    }

    [Fact]
    public void Without_the_attribute_the_same_value_is_shown() =>
        _root.Run("Show", "--deploy-user", Sentinel).Output.ShouldContain(Sentinel);

    [Fact]
    public void A_bad_line_with_a_secret_on_it_does_not_show_it()
    {
        AssertMasked(_root.Run("Show", "--mode", "nope", "--api-token", Sentinel));
        AssertMasked(_root.Run("Show", "--api-tokn", Sentinel), expectMask: false);
        AssertMasked(_root.Run("--api-token", "other", Sentinel + "x", "--mode", "nope", "--passphrase", Sentinel));
    }

    [Fact]
    public void Help_and_plan_and_schema_hold_no_secret()
    {
        AssertMasked(_root.Run("--help", "--api-token", Sentinel), expectMask: false);
        AssertMasked(_root.Run("--plan", "--api-token", Sentinel), expectMask: false);
        _root.Run("--help").All.ShouldNotContain("initial-passphrase");
    }

    [Fact]
    public void Each_line_of_a_secret_is_masked()
    {
        var run = _root.RunWith(new() { ["API_TOKEN"] = "first-line-of-key\nsecond-line-of-key\n{\n" }, "LeakByException");

        run.All.ShouldNotContain("first-line-of-key");
        run.All.ShouldNotContain("second-line-of-key");
    }

    [Fact]
    public void GitHub_is_told_what_to_mask_before_anything_else()
    {
        var run = _root.RunWith(new() { ["GITHUB_ACTIONS"] = "true", ["API_TOKEN"] = "s3ntinel" }, "Leak");
        var lines = run.Output.Split('\n');

        lines[0].ShouldBe("::add-mask::s3ntinel");
        lines.Where(x => !x.StartsWith("::add-mask::", StringComparison.Ordinal)).ShouldAllBe(x => !x.Contains("s3ntinel"));
        run.Output.ShouldContain("::warning::warned of [REDACTED]");
        run.Output.ShouldContain("::add-mask::initial-passphrase");
    }

    [Fact]
    public void Output_of_a_tool_is_never_a_template() =>
        _root.Run("PrintBraces").Output.ShouldContain("[DBG] {0} {Name} {{x}}");

    private void AssertMasked(ProgramRun run, bool expectMask = true)
    {
        var written = run.All + string.Concat(Directory.EnumerateFiles(_root.At(".nuke"), "*.log", SearchOption.AllDirectories).Select(File.ReadAllText));
        written.ShouldNotContain("s3nt");
        written.ShouldNotContain(Uri.EscapeDataString(Sentinel));
        if (expectMask && run.Rows.Count > 0)
            run.All.ShouldContain("[REDACTED]");
    }
}
