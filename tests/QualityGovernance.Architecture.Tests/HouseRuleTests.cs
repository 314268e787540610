using System.Text.RegularExpressions;

namespace QualityGovernance.Architecture.Tests;

public sealed partial class HouseRuleTests
{
    private const int LongestFile = 400;

    [Fact]
    public void No_file_is_longer_than_the_house_allows() =>
        TooLong(Repository.Sources("src", "build", "tests").Select(file => (Repository.Relative(file), File.ReadLines(file).Count()))).ShouldBeEmpty();

    [Fact]
    public void A_planted_long_file_is_found() => TooLong([("src/Long.cs", LongestFile + 1)]).ShouldHaveSingleItem();

    [Fact]
    public void Nothing_host_wide_is_ever_pruned() =>
        Repository.Sources("src", "build").Where(file => PrunePattern().IsMatch(File.ReadAllText(file))).Select(Repository.Relative).ShouldBeEmpty();

    [Fact]
    public void A_planted_prune_is_found() => PrunePattern().IsMatch("runner.Run(\"docker\", \"volume\", \"pru" + "ne\")").ShouldBeTrue();

    [Theory]
    [InlineData("[\"image\", \"rm\", \"--no-prune\"]")]
    [InlineData("[\"stack\", \"deploy\", \"--prune\", name]")]
    public void A_flag_that_keeps_things_or_stays_within_one_stack_is_not_mistaken_for_a_prune(string source) => PrunePattern().IsMatch(source).ShouldBeFalse();

    private static IEnumerable<string> TooLong(IEnumerable<(string File, int Lines)> files) =>
        files.Where(file => file.Lines > LongestFile).Select(file => $"{file.File}: {file.Lines} lines");

    /// <summary>The flags are not meant: --no-prune keeps things, and --prune of a stack removes that stack's services alone.</summary>
    [GeneratedRegex("(?<!--(no-)?)\\bprune\\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrunePattern();
}
