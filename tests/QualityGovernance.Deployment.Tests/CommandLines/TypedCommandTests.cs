using QualityGovernance.Deployment.CommandLines;

namespace QualityGovernance.Deployment.Tests.CommandLines;

public sealed class TypedCommandTests
{
    private static readonly BuildSchema s_sample = BuildSchema.Read(SampleSchema.OfThePackages);

    [Theory]
    [InlineData("Deploy")]
    [InlineData("Deploy Scan --dry-run")]
    [InlineData("Deploy -DryRun --wait 600")]
    [InlineData("Deploy --dry-run false --accept-loss cases.note policies.text")]
    [InlineData("Scan --only cve")]
    [InlineData("Scan --skip")]
    [InlineData("Scan --skip Deploy --verbosity quiet")]
    [InlineData("--help")]
    public void What_the_build_understands_passes(string typed) => Problems(typed).ShouldBeEmpty();

    [Theory]
    [InlineData("Deploy --dry-rn", "Option '--dry-rn' is not known. '--help' lists all options.")]
    [InlineData("Deploy --", "Option '--' is not known. '--help' lists all options.")]
    [InlineData("Deploy --dry-run=true", "Option '--dry-run=true' is one word, and the genuine packages read two: --dry-run true")]
    [InlineData("Deploy --dry-rn=true", "Option '--dry-rn=true' is not known. '--help' lists all options.")]
    [InlineData("--dry-run Deploy", "Option '--dry-run' is a switch, but 'Deploy' follows it. Targets stand before the first option.")]
    [InlineData("--wait 600 Deploy", "Option '--wait' takes one value, but 2 words follow it: '600 Deploy'. Targets stand before the first option.")]
    [InlineData("Deploy --wait", "Option '--wait' needs a value.")]
    [InlineData("Deploy --wait soon", "Option '--wait' must be a whole number, but 'soon' was given on the command line.")]
    [InlineData("Deploy --share half", "Option '--share' must be a number, but 'half' was given on the command line.")]
    [InlineData("Scan --only everything", "Option '--only' must be one of Cve, Secrets, but 'everything' was given on the command line.")]
    [InlineData("Scan --kinds cve everything", "Option '--kinds' must be one of Cve, Secrets, but 'everything' was given on the command line.")]
    [InlineData("Scan --verbosity loud", "Option '--verbosity' must be one of Normal, Quiet, but 'loud' was given on the command line.")]
    public void What_would_be_passed_over_is_refused(string typed, string problem) => Problems(typed).ShouldBe([problem]);

    [Fact]
    public void Every_problem_is_said_at_once() => Problems("Deploy --dry-rn --wait soon --only everything").Count.ShouldBe(3);

    [Fact]
    public void A_command_of_this_build_passes_and_a_misspelled_one_does_not()
    {
        var schema = BuildSchema.Read(Checkout.Text(".nuke/build.schema.json"));

        TypedCommand.Problems(["Deploy", "--environment", "staging", "--tag", "v1.0.0", "--dry-run"], schema).ShouldBeEmpty();
        TypedCommand.Problems(["Deploy", "--environment", "staging", "--tag", "v1.0.0", "--dryrum"], schema).Count.ShouldBe(1);
    }

    private static IReadOnlyList<string> Problems(string typed) => TypedCommand.Problems(typed.Split(' '), s_sample);
}
