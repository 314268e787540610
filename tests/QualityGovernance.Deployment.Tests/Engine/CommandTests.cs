using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

public sealed class CommandTests
{
    [Fact]
    public void A_command_reads_as_it_would_be_typed() =>
        Command.Of("docker", "run", "--env", "A=b c", "it's", "").ToString().ShouldBe(@"docker run --env 'A=b c' 'it'\''s' ''");

    [Fact]
    public void Its_environment_and_its_input_are_not_part_of_its_text()
    {
        var command = Command.Of("docker", "login") with { Environment = new Dictionary<string, string?> { ["TOKEN"] = "sentinel-7731" }, StandardInput = "sentinel-7731" };

        command.ToString().ShouldNotContain("sentinel-7731");
    }
}
