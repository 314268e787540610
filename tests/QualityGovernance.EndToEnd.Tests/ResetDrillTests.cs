using System.Net;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(StackCollection.Name)]
public sealed class ResetDrillTests(EngineFixture fixture)
{
    [Fact]
    public async Task A_sandbox_that_was_destroyed_comes_back_row_for_row_and_a_budget_that_is_exceeded_fails_the_drill()
    {
        await using var bystanders = await Bystanders.StandAsync(fixture.Engine, fixture.RealImage, Purposes.Sandbox, Purposes.Maintenance, Purposes.Database);
        await using (var sandbox = new DrilledSandbox(fixture.RealImage))
        {
            var type = sandbox.Typing(typeof(ResetDrillTests));
            await type.TypeAsync("ResetDrill --confirm", 0);
            type.AllWereTyped();

            var record = sandbox.LastRun();
            record.Problems.ShouldBeEmpty();
            record.Steps.Select(step => step.Name).ShouldBe(["Confirm", "BackUpAndMark", "DestroyData", "RemoveImages", "Rebuild", "RedeployAndRestore", "VerifyRecovery"]);
            record.Step("Rebuild")!.Observations["image-id"].ShouldBe(record.Step("VerifyRecovery")!.Observations["serving-image"]);
            record.Step("VerifyRecovery")!.Observations["markers-recovered"].ShouldEndWith(", equal");
            var drill = sandbox.History.Drills.ShouldHaveSingleItem();
            drill.Verdict.ShouldBe(Gate.Of(record).Judge(record).Word);
            drill.RecoveryTimeSeconds!.Value.ShouldBeGreaterThan(0);
            foreach (var log in Directory.EnumerateFiles(record.Run.Folder, "*", SearchOption.AllDirectories))
                (await File.ReadAllTextAsync(log)).ShouldNotContain("sandboxonlypassword");

            // The same sandbox again, with a second to spare for what takes many.
            var late = await sandbox.DrillAsync(recoveryTime: TimeSpan.FromSeconds(1));

            late.ExitCode.ShouldBe(1);
            late.Failed!.Name.ShouldBe("VerifyRecovery");
            late.Failed.Reason!.ShouldContain("and the budget is 1 s");
            sandbox.History.Drills[^1].Verdict.ShouldBe(late.Verdict.Word);
        }

        await bystanders.NothingChangedAsync();
    }

    [Fact]
    public async Task Nothing_is_destroyed_while_no_backup_has_been_restored()
    {
        await using var sandbox = new DrilledSandbox(fixture.RealImage);

        // Encrypted for a recipient that does not exist, or by a program that is not there: either way there is no backup.
        var result = await sandbox.DrillAsync(new ChangedMachine(BackupCipher.RecipientVariable, "age1nobody"));

        result.ExitCode.ShouldBe(1);
        result.Failed!.Name.ShouldBe("BackUpAndMark");
        result.Failed.Reason!.ShouldContain(BackupCipher.RecipientVariable);
        RunVerifier.Read(result.Run).Step("DestroyData")!.Outcome.ShouldBe(Outcome.NotRun);
        using var client = new HttpClient();
        (await client.GetAsync(new Uri($"http://127.0.0.1:{sandbox.Port}/readyz"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
