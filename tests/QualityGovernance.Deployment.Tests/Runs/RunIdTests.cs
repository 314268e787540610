using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Runs;

public sealed class RunIdTests
{
    [Fact]
    public void A_new_id_starts_with_the_time_and_reads_back()
    {
        var id = RunId.New(new ManualTime());

        id.Value.ShouldStartWith("20261123-140501-");
        RunId.Parse(id.Value).ShouldBe(id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc")]
    [InlineData("20261123-140501-ab12/..")]
    [InlineData("20261123-140501-AB12")]
    [InlineData("20261123-140501-ab12\n")]
    [InlineData(null)]
    public void Anything_else_is_refused_by_name(string? text) =>
        Should.Throw<DeploymentException>(() => RunId.Parse(text)).Message.ShouldContain($"\"{text}\"");

    [Fact]
    public void A_run_that_left_nothing_is_an_error_that_names_the_file()
    {
        using var folder = new TemporaryFolder();

        Should.Throw<DeploymentException>(() => Run.Find(folder.Path, "20261123-140501-ab12")).Message.ShouldContain("receipts.jsonl does not exist");
    }
}
