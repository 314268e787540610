using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Recovery;
using QualityGovernance.Deployment.Releases.Recovery.Steps;
using QualityGovernance.Deployment.Tests.Releases.Deploying;

namespace QualityGovernance.Deployment.Tests.Releases.Recovery;

public sealed class TakeRestoreLeaseStepTests : IDisposable
{
    private readonly FakeEnvironment environment = new();
    private readonly RestoreFindings findings = new();

    public void Dispose() => environment.Dispose();

    [Fact]
    public async Task What_a_killed_run_still_does_is_ended_before_anything_is_restored()
    {
        environment.Orphans.Add("job of yesterday");
        await LeaveAsync();

        (await TakeAsync()).ExitCode.ShouldBe(0, environment.Console.Text);

        environment.Orphans.ShouldBeEmpty();
        environment.Console.Text.ShouldContain("Ended job of yesterday, whose owner is gone");
        findings.WasLeft.ShouldBeTrue();
        findings.Unfinished.ShouldBe("what the interrupted run began");
    }

    [Fact]
    public async Task Also_where_nobody_left_the_environment_there_may_be_orphans_of_a_run_that_gave_it_back()
    {
        environment.Orphans.Add("tools of yesterday");

        (await TakeAsync()).ExitCode.ShouldBe(0, environment.Console.Text);

        environment.Orphans.ShouldBeEmpty();
        findings.WasLeft.ShouldBeFalse();
        findings.Unfinished.ShouldBeNull();
    }

    [Fact]
    public async Task Orphans_of_an_environment_that_somebody_has_are_not_touched()
    {
        environment.Orphans.Add("job of somebody");
        await environment.Parts.Book.TakeAsync(environment.Parts.Book.New("Deploy", "other", null), wait: null, _ => { });

        (await TakeAsync()).Failed!.Name.ShouldBe("Lease");

        environment.Orphans.ShouldHaveSingleItem();
        findings.Lease.ShouldBeNull();
    }

    private async Task LeaveAsync()
    {
        var book = environment.Parts.Book;
        await book.TakeAsync(book.New("Deploy", "20261123-140501-ab12", null) with { Process = (OwnerMark.Current with { Started = "1" }).ToString() }, wait: null, _ => { });
    }

    private Task<ProcedureResult> TakeAsync() => environment.RunAsync(async session =>
    {
        var request = new DeploymentRequest("RestoreDatabase", Tag: null, "a test", Wait: null, DryRun: false);
        var run = await session.BeginAsync(["Lease"], new Dictionary<string, string>());
        return await session.RunAsync([new TakeRestoreLeaseStep(environment.Parts, request, run.Id.Value, findings)]);
    });
}
