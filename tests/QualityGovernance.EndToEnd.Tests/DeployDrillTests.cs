using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(RehearsalCollection.Name)]
public sealed class DeployDrillTests(EngineFixture fixture)
{
    [Fact]
    public async Task Nobody_notices_a_deployment_two_that_are_rejected_and_a_rollback()
    {
        await using var bystanders = await Bystanders.StandAsync(fixture.Engine, fixture.RealImage, Purposes.Drill, Purposes.Environment);
        using var drill = new DrilledDeployment();

        var type = drill.Typing(typeof(DeployDrillTests), fixture.RealImage);

        await type.TypeAsync("DeployDrill --drill-requests 600 --drill-rate 40", 0);

        type.AllWereTyped();
        var record = new RunHistory(drill.RunsFolder).Runs.Select(RunVerifier.Read).Single(run => run.Start!.Name == "DeployDrill");
        record.Problems.ShouldBeEmpty();
        foreach (var name in new[] { "GoodDeploy", "CrashingDeploy", "NeverReadyDeploy", "Rollback" })
        {
            record.Step(name)!.Observations["failed-requests"].ShouldBe("0");
            int.Parse(record.Step(name)!.Observations["requests"]).ShouldBeGreaterThanOrEqualTo(600);
        }

        record.Step("CrashingDeploy")!.Observations["reason"].ShouldContain("the engine has brought v1.1.0 back");
        record.Step("FindWrites")!.Observations["missing-writes"].ShouldBe("0");
        await bystanders.NothingChangedAsync();

        // Each deployment has receipts of its own, and no secret of it stands in any file.
        var rollback = new RunHistory(drill.RunsFolder).Runs.Select(RunVerifier.Read).Single(run => run.Start!.Name == "RollbackApplication");
        rollback.Steps.Select(step => step.Name).ShouldBe(["Lease", "Plan", "Rollout", "Verify", "Drain", "Record"]);
        foreach (var file in Directory.EnumerateFiles(drill.RunsFolder, "*", SearchOption.AllDirectories))
            (await File.ReadAllTextAsync(file)).ShouldNotContain("Dr1-");
    }
}
