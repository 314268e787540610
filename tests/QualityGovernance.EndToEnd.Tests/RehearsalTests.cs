using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(RehearsalCollection.Name)]
public sealed class RehearsalTests(EngineFixture fixture)
{
    [Fact]
    public async Task The_real_product_passes_all_eight_steps_and_leaves_nothing_but_a_record_without_secrets()
    {
        await using var bystanders = await Bystanders.StandAsync(fixture.Engine, fixture.RealImage, Purposes.Rehearsal);
        await using (var rehearsal = new EndToEndRehearsal())
        {
            await rehearsal.StepsAsync(RehearsalStep.StartApplication);
            var secrets = Directory.EnumerateFiles(Path.Combine(Path.GetTempPath(), $"qgp-rehearsal-{rehearsal.RunId}", "secrets")).Select(File.ReadAllText).ToList();
            var containers = await ShownByTheEngineAsync(rehearsal.RunId);

            var record = await rehearsal.FinishAsync(exitCode: 0);

            var image = record.Step("BuildImage")!.Inputs["image-id"];
            image.ShouldBe(record.Step("VerifyHealth")!.Observations["serving-image"]);
            record.Step("ApplyMigrations")!.Observations["provider"].ShouldBe("postgresql");
            record.Step("VerifyDatabase")!.Observations["incident-after-restart"].ShouldBe("equal");
            await NoneIsAnywhereAsync(secrets, containers, rehearsal, image);
        }

        await bystanders.NothingChangedAsync();
    }

    [Fact]
    public async Task An_interrupted_rehearsal_is_torn_down()
    {
        await using var bystanders = await Bystanders.StandAsync(fixture.Engine, fixture.RealImage, Purposes.Rehearsal);
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

    /// <summary>Everything that an operator sees of the containers of a run, from outside: what they were started with, and the arguments of their processes.</summary>
    private async Task<List<string>> ShownByTheEngineAsync(string run)
    {
        var shown = new List<string>();
        foreach (var container in await fixture.Engine.ContainersAsync(Labels.For(Purposes.Rehearsal, run)))
        {
            shown.Add((await fixture.Engine.CheckedAsync(["container", "inspect", container.Id])).Output);
            shown.Add((await fixture.Engine.CheckedAsync(["top", container.Id, "-eo", "pid,args"])).Output);
        }

        shown.Count.ShouldBe(4, "postgres and the application are running");
        return shown;
    }

    /// <summary>Not in the record, not in the logs, not on the console, not in the image, not in what the engine shows of the containers.</summary>
    private async Task NoneIsAnywhereAsync(List<string> secrets, List<string> containers, EndToEndRehearsal rehearsal, string image)
    {
        secrets.Count.ShouldBe(5);
        List<string> shown = [.. containers, rehearsal.Console.Text, (await fixture.Engine.CheckedAsync(["image", "inspect", image])).Output, (await fixture.Engine.CheckedAsync(["history", "--no-trunc", image])).Output];
        foreach (var file in Directory.EnumerateFiles(rehearsal.RunsFolder, "*", SearchOption.AllDirectories))
            shown.Add(await File.ReadAllTextAsync(file));
        shown.Count.ShouldBeGreaterThan(10);
        foreach (var secret in secrets)
            shown.ShouldAllBe(text => !text.Contains(secret));
    }
}
