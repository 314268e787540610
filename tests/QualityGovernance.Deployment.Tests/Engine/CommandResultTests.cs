using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

public sealed class CommandResultTests
{
    [Fact]
    public void Its_last_words_are_those_of_its_errors_where_it_has_any()
    {
        Ended(1, "one\ntwo", "three\n\nfour").LastWords(1).ShouldBe("four");
        Ended(1, "one\ntwo", " \n").LastWords().ShouldBe("one\ntwo");
    }

    [Theory]
    [InlineData(1, "it said nothing.")]
    [InlineData(137, "it was killed (SIGKILL), and said nothing.")]
    public void Of_one_that_said_nothing_a_message_says_that(int exitCode, string words) => Ended(exitCode, "", "").LastWords().ShouldBe(words);

    private static CommandResult Ended(int exitCode, string output, string error) => new(exitCode, output, error, TimeSpan.Zero);
}
