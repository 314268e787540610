namespace Build.Tests.Conformance;

/// <summary>
/// The same Build.cs, run against the genuine packages once and against the subset here. Where the subset does better on
/// purpose, the difference stands here, and everything else must still be equal.
/// </summary>
public sealed class ConformanceTests
{
    /// <summary>Differences on purpose: what the genuine engine printed, and what is printed here instead.</summary>
    private static readonly Dictionary<string, (string Genuine, string Here)[]> s_better = new(StringComparer.Ordinal)
    {
        ["unknown-target"] =
        [
            ("Target with name 'Nopp' does not exist. Available targets are:", "Target with name 'Nopp' does not exist. Did you mean Noop?\nAvailable targets are:"),
        ],
        ["requires-missing-ci"] =
        [
            ("Target 'NeedsToken' requires member 'ApiToken' to be not null or empty",
             "Target 'NeedsToken' needs '--api-token' (API token used to deploy): pass '--api-token <value>' or set environment variable API_TOKEN."),
        ],
        // After the recap the genuine engine forgets the verbosity as well.
        ["verbosity-quiet"] = [("\n[INF] : hook OnBuildFinished", string.Empty)],
    };

    /// <summary>The genuine engine loses its log format after the recap of warnings; here it stays.</summary>
    private static readonly (string Genuine, string Here) s_formatAfterRecap = ("\n[INF] : hook OnBuildFinished", "\n[INF] hook OnBuildFinished");

    // Help is laid out anew: HelpTests says how.
    public static TheoryData<string> Cases => new(ConformanceCase.Names.Where(x => x != "help"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_subset_prints_what_the_genuine_engine_printed(string name)
    {
        var conformance = ConformanceCase.Read(name);

        Transcript.Difference(WithImprovements(conformance), conformance.Run()).ShouldBeNull();
    }

    [Fact]
    public void Each_improvement_replaces_something_that_the_genuine_engine_printed()
    {
        foreach (var (name, replacements) in s_better)
            foreach (var (genuine, _) in replacements)
                ConformanceCase.Read(name).Expected.ShouldContain(genuine);
        ConformanceCase.Names.Count(x => ConformanceCase.Read(x).Expected.Contains(s_formatAfterRecap.Genuine)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void There_are_transcripts_to_compare_with() => ConformanceCase.Names.Count().ShouldBeGreaterThanOrEqualTo(24);

    [Theory]
    [InlineData("exit 255", "exit 0")]
    [InlineData("AfterFail          NotRun", "AfterFail          Succeeded <duration>")]
    [InlineData("// InvalidOperationException: boom line one", "// InvalidOperationException: boom")]
    [InlineData("[INF] teardown runs\n", "")]
    [InlineData("║ Teardown", "║ AfterFail")]
    public void A_tampered_transcript_is_detected(string genuine, string tampered)
    {
        var conformance = ConformanceCase.Read("fail-assured");
        var expected = WithImprovements(conformance);
        expected.ShouldContain(genuine);

        Transcript.Difference(expected.Replace(genuine, tampered), conformance.Run()).ShouldNotBeNull();
    }

    private static string WithImprovements(ConformanceCase conformance) =>
        s_better.GetValueOrDefault(conformance.Name, []).Append(s_formatAfterRecap)
            .Aggregate(conformance.Expected, (text, replacement) => text.Replace(replacement.Genuine, replacement.Here));
}
