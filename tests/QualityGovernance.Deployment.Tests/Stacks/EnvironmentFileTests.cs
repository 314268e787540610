using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Tests.Stacks;

public sealed class EnvironmentFileTests
{
    [Fact]
    public void Values_comments_and_quotes_are_read_as_compose_reads_them() =>
        Parse("# comment", "", "A=1", "B='two words'", "C=\"x=y\"", "D=").ShouldBe(new Dictionary<string, string> { ["A"] = "1", ["B"] = "two words", ["C"] = "x=y", ["D"] = "" });

    [Theory]
    [InlineData("export A=sentinel-7731")]
    [InlineData("sentinel-7731")]
    [InlineData("=sentinel-7731")]
    public void Any_other_line_is_named_by_its_number_and_not_shown(string line)
    {
        var failure = Should.Throw<DeploymentException>(() => Parse("A=1", line));

        failure.Message.ShouldBe("Line 2 of .env is neither NAME=VALUE nor a comment.");
    }

    [Fact]
    public void A_name_that_is_set_twice_is_a_mistake() =>
        Should.Throw<DeploymentException>(() => Parse("A=1", "A=2")).Message.ShouldBe("Line 2 of .env sets A a second time. Keep one of the two.");

    [Fact]
    public void A_missing_file_says_how_to_make_one() =>
        Should.Throw<DeploymentException>(() => EnvironmentFile.Read("/no/such/.env.sandbox")).NextCommand.ShouldBe("cp .env.sandbox.example .env.sandbox");

    private static IReadOnlyDictionary<string, string> Parse(params string[] lines) => EnvironmentFile.Parse(lines, ".env");
}
