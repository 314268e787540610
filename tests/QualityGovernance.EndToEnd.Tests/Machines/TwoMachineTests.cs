using QualityGovernance.Deployment.Drills.Deployment;

namespace QualityGovernance.EndToEnd.Tests.Machines;

/// <summary>The same stack file on two machines.</summary>
[Trait("Needs", "Engine")]
[Collection(StackCollection.Name)]
public sealed class TwoMachineTests(EngineFixture fixture)
{
    private const int Asked = 12;

    [Fact]
    public async Task A_machine_is_taken_out_without_a_failed_request_and_one_that_dies_is_survived()
    {
        await using var machines = await TwoMachines.StartAsync(fixture.Engine, fixture.RealImage);
        await using var environment = await MachineEnvironment.DeployAsync(machines, fixture.Engine, fixture.RealImage);
        var (first, second) = (machines.First, machines.Second);
        var other = await TwoMachines.NodeAsync(second);

        // Spread, and every replica serves what comes in at the other machine.
        (await environment.SpreadAsync()).IsEven.ShouldBeTrue((await environment.SpreadAsync()).ToString());
        await EveryReplicaServesAsync(environment, at: first, replicaOn: second);
        await EveryReplicaServesAsync(environment, at: second, replicaOn: first);

        // Taken out for maintenance, while it is used.
        await using (var load = environment.Drive(first))
        {
            load.Start();
            await first.Engine.CheckedAsync(["node", "update", "--availability", "drain", other]);
            await environment.UntilAsync("The share of the drained machine having moved", spread => spread.ByNode.GetValueOrDefault(other) == 0 && spread.ByNode.Values.Sum() == 2);
            var report = await load.StopAsync();
            report.Failures.ShouldBeEmpty();
            report.Sent.ShouldBeGreaterThan(50);
        }

        // Back, and with the next deployment it gets its share again: while it is used, too.
        await first.Engine.CheckedAsync(["node", "update", "--availability", "active", other]);
        (await environment.SpreadAsync()).IsEven.ShouldBeFalse("a machine that is back has nothing until the next deployment");
        await using (var load = environment.Drive(first))
        {
            load.Start();
            (await environment.DeployAsync(DeployGround.Better)).ExitCode.ShouldBe(0, environment.Console.Text);
            (await load.StopAsync()).Failures.ShouldBeEmpty();
        }

        (await environment.SpreadAsync()).IsEven.ShouldBeTrue();

        // Dies, while it is used: what fails is counted, and nothing that was acknowledged is lost.
        await using (var load = environment.Drive(first))
        {
            load.Start();
            await second.DieAsync();
            await environment.UntilAsync("The share of the dead machine having moved", spread => spread.ByNode.GetValueOrDefault(other) == 0 && spread.ByNode.Values.Sum() == 2);
            var report = await load.StopAsync();
            environment.Console.Line(QualityGovernance.Deployment.Runs.RunLevel.Normal, $"While a machine died: {report}");
            report.Failures.Count.ShouldBeLessThan((int)report.Sent / 2, report.ToString());
        }

        await using (var load = environment.Drive(first))
        {
            load.Start();
            for (var i = 0; i < Asked; i++)
                await environment.VersionAsync(first);
            (await load.StopAsync()).Failures.ShouldBeEmpty();
        }

        environment.Load.Written.ShouldNotBeEmpty();
        (await environment.MissingWritesAsync()).ShouldBeEmpty();
    }

    /// <summary>The proxies take turns, so that of a dozen requests each replica gets some.</summary>
    private static async Task EveryReplicaServesAsync(MachineEnvironment environment, TestMachine at, TestMachine replicaOn)
    {
        var ids = Enumerable.Range(0, Asked).Select(i => $"from-{at.Name}-{i}").ToList();
        foreach (var id in ids)
            await environment.VersionAsync(at, id);

        var logged = await MachineEnvironment.LogsAsync(replicaOn);
        ids.Count(id => logged.Contains(id, StringComparison.Ordinal)).ShouldBeInRange(1, Asked - 1);
    }
}
