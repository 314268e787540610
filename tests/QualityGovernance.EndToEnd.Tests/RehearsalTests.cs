using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(EngineCollection.Name)]
public sealed class RehearsalTests(EngineFixture fixture)
{
    [Fact]
    public async Task The_real_product_passes_all_eight_steps_and_leaves_nothing_but_a_record_without_secrets()
    {
        await using var bystanders = await Bystanders.StandAsync(fixture.Engine, fixture.RealImage);
        await using (var rehearsal = new EndToEndRehearsal())
        {
            await rehearsal.StepsAsync(RehearsalStep.StartPostgres);
            var secrets = Directory.EnumerateFiles(Path.Combine(Path.GetTempPath(), $"qgp-rehearsal-{rehearsal.RunId}", "secrets")).Select(File.ReadAllText).ToList();

            var record = await rehearsal.FinishAsync(exitCode: 0);

            var image = record.Step("BuildImage")!.Inputs["image-id"];
            image.ShouldBe(record.Step("VerifyHealth")!.Observations["serving-image"]);
            record.Step("ApplyMigrations")!.Observations["provider"].ShouldBe("postgresql");
            record.Step("VerifyDatabase")!.Observations["incident-after-restart"].ShouldBe("equal");
            await NoneIsAnywhereAsync(secrets, rehearsal, image);
        }

        await bystanders.NothingChangedAsync();
    }

    [Fact]
    public async Task An_interrupted_rehearsal_is_torn_down()
    {
        await using var bystanders = await Bystanders.StandAsync(fixture.Engine, fixture.RealImage);
        await using (var rehearsal = new EndToEndRehearsal())
        {
            await rehearsal.StepsAsync(RehearsalStep.StartPostgres);
            using var interrupt = new CancellationTokenSource();
            await interrupt.CancelAsync();
            await Should.ThrowAsync<RehearsalStoppedException>(() => rehearsal.Session.RunStepAsync(RehearsalStep.ApplyMigrations, interrupt.Token));

            var record = await rehearsal.FailsAtAsync(RehearsalStep.ApplyMigrations, "interrupted");

            record.Receipts.Single(receipt => receipt.Kind == ReceiptKind.Teardown).Outcome.ShouldBe(Outcome.Passed);
        }

        await bystanders.NothingChangedAsync();
    }

    /// <summary>Not in the record, not in the logs, not on the console, not in the image.</summary>
    private async Task NoneIsAnywhereAsync(List<string> secrets, EndToEndRehearsal rehearsal, string image)
    {
        secrets.Count.ShouldBe(4);
        List<string> shown = [rehearsal.Console.Text, (await fixture.Engine.CheckedAsync(["image", "inspect", image])).Output, (await fixture.Engine.CheckedAsync(["history", "--no-trunc", image])).Output];
        foreach (var file in Directory.EnumerateFiles(rehearsal.RunsFolder, "*", SearchOption.AllDirectories))
            shown.Add(await File.ReadAllTextAsync(file));
        shown.Count.ShouldBeGreaterThan(10);
        foreach (var secret in secrets)
            shown.ShouldAllBe(text => !text.Contains(secret));
    }
}
