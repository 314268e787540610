using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>The same from the command line: what a user types and what a service manager sends.</summary>
[Trait("Needs", "Engine")]
[Collection(RehearsalCollection.Name)]
public sealed partial class BuildCommandTests(EngineFixture fixture)
{
    [Fact]
    public async Task A_terminated_build_tears_down_what_it_rehearsed_and_its_run_verifies_as_failed()
    {
        await using var bystanders = await Bystanders.StandAsync(fixture.Engine, fixture.RealImage, Purposes.Rehearsal);
        using var build = new BuildCommand(null, "Rehearsal", "--cached");
        await build.UntilAsync("[4/8] StartPostgres ...");
        build.Terminate();

        (await build.ExitCodeAsync()).ShouldNotBe(0, build.Text);

        await bystanders.NothingChangedAsync();
        var run = Run.Find(Path.Combine(Checkout.Root, "artifacts", "runs"), RunIdIn(build.Text));
        var record = RunVerifier.Read(run);
        record.Problems.ShouldBeEmpty();
        record.Steps.Single(step => step.Outcome == Outcome.Failed).Reason.ShouldBe("It was interrupted.");
        record.Receipts.Single(receipt => receipt.Kind == ReceiptKind.Teardown).Outcome.ShouldBe(Outcome.Passed);
        using var verify = new BuildCommand(null, "VerifyRun", "--run", run.Id.Value);
        (await verify.ExitCodeAsync()).ShouldNotBe(0);
        verify.Text.ShouldContain($"receipts of run {run.Id} are as they were written");
    }

    [Fact]
    public async Task A_build_without_an_engine_names_the_option_that_provides_one()
    {
        using var build = new BuildCommand(new Dictionary<string, string> { ["DOCKER_HOST"] = "tcp://127.0.0.1:1" }, "Rehearsal");

        (await build.ExitCodeAsync()).ShouldNotBe(0);

        build.Text.ShouldContain("--provision");
        build.Text.ShouldContain("No container engine can be used");
    }

    private static string RunIdIn(string text) => RunLine().Match(text).Groups["id"].Value;

    [GeneratedRegex(@"Rehearsal (?<id>[0-9]{8}-[0-9]{6}-[0-9a-f]{4}) of", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RunLine();
}
