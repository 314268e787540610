using QualityGovernance.Deployment.Rehearsal.Containers;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

public sealed class ProgramOutputTests
{
    [Theory]
    [InlineData("Creating qgp-rehearsal_migrate_run ... \nCreating qgp-rehearsal_migrate_run ... done\nThe schema is broken.\n1")]
    [InlineData(" Container qgp-rehearsal-postgres-1  Running\nThe schema is broken.")]
    [InlineData("The schema is broken.")]
    public void What_compose_said_is_left_out(string error) =>
        ProgramOutput.Of(FakeStack.Result("", 1, error)).Error.ShouldBe("The schema is broken.");

    [Fact]
    public void A_number_that_the_program_printed_stays() => ProgramOutput.Of(FakeStack.Result("42\n1", 0)).Output.ShouldBe("42\n1");
}
