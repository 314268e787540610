using QualityGovernance.Deployment.Drills.Faults;
using QualityGovernance.Deployment.Drills.Faults.Planting;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Tests.Rehearsal;

namespace QualityGovernance.Deployment.Tests.Drills.Faults;

public sealed class FaultyRunnerTests : IDisposable
{
    private static readonly Command Job = Command.Of("docker", "service", "create", "x");
    private static readonly Command Question = Command.Of("docker", "info");

    private readonly TemporaryFolder folder = new();
    private readonly FakeRunner tools = new() { Answer = _ => FakeStack.Result("an answer") };
    private readonly ContainerKiller killer = new(new ContainerEngine(new FakeRunner()), [], killsWhatIsThere: false);

    public void Dispose()
    {
        killer.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Nothing_goes_wrong_before_the_step_and_after_it()
    {
        var (runner, fault) = Planted(FaultKind.ToolError);

        (await runner.RunAsync(Job)).Output.ShouldBe("an answer");
        await fault.BeginAsync(CancellationToken.None);
        (await runner.RunAsync(Job)).Succeeded.ShouldBeFalse();
        await fault.EndAsync();
        (await runner.RunAsync(Job)).Output.ShouldBe("an answer");
    }

    [Fact]
    public async Task A_tool_that_fails_is_not_run_and_goes_on_failing_from_the_call_that_was_meant()
    {
        var (runner, fault) = Planted(FaultKind.ToolError);
        await fault.BeginAsync(CancellationToken.None);

        (await runner.RunAsync(Question)).Succeeded.ShouldBeTrue();
        File.Exists(Struck).ShouldBeFalse();
        (await runner.RunAsync(Job)).Error.ShouldBe(FaultyRunner.ErrorText);
        (await runner.RunAsync(Question)).Error.ShouldBe(FaultyRunner.ErrorText);

        tools.Commands.ShouldBe([Question]);
        File.Exists(Struck).ShouldBeTrue();
    }

    [Fact]
    public async Task A_full_disk_is_told_in_the_words_of_tools()
    {
        var (runner, fault) = Planted(FaultKind.FullDisk);
        await fault.BeginAsync(CancellationToken.None);

        (await runner.RunAsync(Job)).Error.ShouldContain("no space left on device");
    }

    [Fact]
    public async Task Half_an_answer_comes_with_exit_code_0_from_a_tool_that_did_its_work()
    {
        var (runner, fault) = Planted(FaultKind.BadOutput);
        await fault.BeginAsync(CancellationToken.None);

        var result = await runner.RunAsync(Job);

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("an a\uFFFD");
        tools.Commands.ShouldBe([Job]);
    }

    [Fact]
    public async Task A_tool_that_hangs_ends_with_the_step_and_what_cleans_up_behind_it_works()
    {
        using var step = new CancellationTokenSource();
        var (runner, fault) = Planted(FaultKind.Hang);
        await fault.BeginAsync(step.Token);
        var hanging = runner.RunAsync(Job, cancellation: step.Token);
        hanging.IsCompleted.ShouldBeFalse();

        await step.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => hanging);
        (await runner.RunAsync(Job, cancellation: CancellationToken.None)).Output.ShouldBe("an answer");
    }

    [Fact]
    public async Task A_tool_that_hangs_is_bounded_by_its_own_time_limit()
    {
        var (runner, fault) = Planted(FaultKind.Hang);
        await fault.BeginAsync(CancellationToken.None);

        await Should.ThrowAsync<CommandTimedOutException>(() => runner.RunAsync(Job with { Timeout = TimeSpan.FromMilliseconds(10) }));
    }

    private string Struck => Path.Combine(folder.Path, "struck");

    private (FaultyRunner Runner, PlantedFault Fault) Planted(FaultKind kind)
    {
        var cell = new FaultCell(FaultPlan.Deploy, "Migrate", kind);
        var fault = new PlantedFault(new FaultOrder { Procedure = cell.Procedure, Fault = cell, Root = folder.Path, Folder = folder.Path, RunsFolder = folder.Path }, killer);
        return (new FaultyRunner(tools, fault), fault);
    }
}
