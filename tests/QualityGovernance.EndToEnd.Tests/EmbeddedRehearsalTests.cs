using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>The eight steps with the published service as a process: needs no engine.</summary>
public sealed class EmbeddedRehearsalTests
{
    [Fact]
    public async Task Without_an_engine_all_steps_are_run_and_the_verdict_is_incomplete()
    {
        await using var rehearsal = new EndToEndRehearsal(options => options with { WithoutEngine = true });

        var record = await rehearsal.FinishAsync(exitCode: 3);

        record.Steps.Select(step => step.Name).ShouldBe(Enum.GetNames<RehearsalStep>());
        record.Steps.ShouldAllBe(step => step.Outcome == Outcome.Passed);
        record.Receipts.Where(receipt => receipt.Kind == ReceiptKind.Item).Select(item => item.Name)
            .ShouldBe(["Container image", "PostgreSQL", "Production mode", "Image of what answers"]);
        record.Step("VerifyDatabase")!.Observations["policy-after-restart"].ShouldBe("equal");
        Folders().ShouldNotContain(folder => folder.EndsWith(rehearsal.RunId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_is_gone_after_the_start_is_found()
    {
        await using var rehearsal = new EndToEndRehearsal(options => options with { WithoutEngine = true });
        await rehearsal.StepsAsync(RehearsalStep.ApplyMigrations);
        var data = Path.Combine(Folders().Single(folder => folder.EndsWith(rehearsal.RunId, StringComparison.Ordinal)), "data");
        Directory.Delete(data, recursive: true);

        await rehearsal.FailsAtAsync(RehearsalStep.StartApplication, "administrator could not be made");
    }

    private static IEnumerable<string> Folders() => Directory.EnumerateDirectories(Path.GetTempPath(), "qgp-rehearsal-*");
}
