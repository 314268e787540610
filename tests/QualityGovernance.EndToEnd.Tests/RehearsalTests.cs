using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(EngineCollection.Name)]
public sealed class RehearsalTests(EngineFixture fixture)
{
    [Fact]
    public async Task The_real_product_passes_all_eight_steps_and_leaves_nothing()
    {
        await using var bystanders = await Bystanders.StandAsync(fixture.Engine, fixture.RealImage);
        await using (var rehearsal = new EndToEndRehearsal())
        {
            var record = await rehearsal.FinishAsync(exitCode: 0);

            record.Step("BuildImage")!.Inputs["image-id"].ShouldBe(record.Step("VerifyHealth")!.Observations["serving-image"]);
            record.Step("ApplyMigrations")!.Observations["provider"].ShouldBe("postgresql");
            record.Step("VerifyDatabase")!.Observations["incident-after-restart"].ShouldBe("equal");
        }

        await bystanders.NothingChangedAsync();
    }

    [Fact]
    public async Task No_secret_of_a_run_is_in_what_the_run_leaves_or_in_what_its_containers_show()
    {
        await using var rehearsal = new EndToEndRehearsal();
        await rehearsal.StepsAsync(RehearsalStep.StartApplication);
        var folder = Path.Combine(Path.GetTempPath(), $"qgp-rehearsal-{rehearsal.RunId}", "secrets");
        var secrets = Directory.EnumerateFiles(folder).Select(File.ReadAllText).ToList();
        secrets.Count.ShouldBeGreaterThanOrEqualTo(4);
        var shown = new List<string>();
        foreach (var container in await fixture.Engine.ContainersAsync(Labels.For(Purposes.Rehearsal, rehearsal.RunId)))
            shown.Add((await fixture.Engine.CheckedAsync(["inspect", container.Id])).Output);

        await rehearsal.FinishAsync(exitCode: 0);

        foreach (var file in Directory.EnumerateFiles(rehearsal.RunsFolder, "*", SearchOption.AllDirectories))
            shown.Add(await File.ReadAllTextAsync(file));
        shown.Add(rehearsal.Console.Text);
        foreach (var secret in secrets)
            shown.ShouldAllBe(text => !text.Contains(secret));
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
}
