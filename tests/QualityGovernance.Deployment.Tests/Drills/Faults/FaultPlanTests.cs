using QualityGovernance.Deployment.Drills.Faults;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Rehearsal;
using QualityGovernance.Deployment.Tests.Releases.Deploying;

namespace QualityGovernance.Deployment.Tests.Drills.Faults;

public sealed class FaultPlanTests
{
    [Fact]
    public async Task Every_step_that_a_deployment_announces_is_broken_in_every_way()
    {
        using var environment = new FakeEnvironment();
        var record = RunVerifier.Read((await environment.DeployAsync("v1.0.0")).Run);

        Uncovered(FaultPlan.Deploy, Announced(record), FaultPlan.All).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_step_that_a_rehearsal_announces_is_broken_in_every_way()
    {
        using var fixture = new RehearsalFixture();
        var record = RehearsalFixture.RecordOf(await fixture.Session.RunAllAsync());

        Uncovered(FaultPlan.Rehearsal, Announced(record), FaultPlan.All).ShouldBeEmpty();
    }

    [Fact]
    public void A_step_that_nobody_breaks_is_found() =>
        Uncovered(FaultPlan.Rehearsal, [.. RehearsalPlan.Names, "Planted"], FaultPlan.All).ShouldBe(Enum.GetValues<FaultKind>().Select(kind => $"Rehearsal.Planted.{kind}"));

    [Fact]
    public void Every_procedure_has_steps_of_different_names()
    {
        FaultPlan.All.ShouldBeUnique();
        FaultPlan.Procedures.ShouldAllBe(procedure => procedure.Value.Count > 0);
    }

    [Fact]
    public void What_is_declared_is_about_cells_that_there_are()
    {
        var names = FaultPlan.All.Select(cell => cell.ToString()).ToHashSet();
        var steps = FaultPlan.All.Select(cell => $"{cell.Procedure}.{cell.Step}").ToHashSet();

        FaultExemptions.Declared.Where(name => !names.Contains(name) && !steps.Contains(name)).ShouldBeEmpty();
        FaultPlace.Declared.Where(name => !steps.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_process_can_be_killed_in_every_step() =>
        FaultPlan.All.Where(cell => cell.Kind == FaultKind.KilledBuild).ShouldAllBe(cell => FaultExemptions.WhyNotApplicable(cell) == null);

    [Fact]
    public void A_part_of_the_matrix_is_asked_for_by_name()
    {
        FaultPlan.Select(["Deploy"], ["Migrate"], ["Hang", "ToolError"]).ShouldBe([new FaultCell("Deploy", "Migrate", FaultKind.ToolError), new FaultCell("Deploy", "Migrate", FaultKind.Hang)]);
        FaultPlan.Select([], [], []).ShouldBe(FaultPlan.All);
    }

    [Theory]
    [InlineData("Publish", null, null, "There is no procedure \"Publish\". There are Rehearsal,")]
    [InlineData("Deploy", "StartPostgres", null, "There is no step of Deploy \"StartPostgres\". There are Lease, Plan,")]
    [InlineData(null, null, "Flood", "There is no fault \"Flood\". There are ToolError,")]
    public void What_there_is_not_is_refused_with_what_there_is(string? procedure, string? step, string? fault, string sentence) =>
        Should.Throw<DeploymentException>(() => FaultPlan.Select(Named(procedure), Named(step), Named(fault))).Message.ShouldStartWith(sentence);

    private static string[] Named(string? name) => name is null ? [] : [name];

    private static string[] Announced(RunRecord record) => record.Start!.Observations[Gate.ExpectedSteps].Split(' ');

    private static IEnumerable<string> Uncovered(string procedure, IEnumerable<string> steps, IReadOnlyList<FaultCell> cells) =>
        steps.SelectMany(step => Enum.GetValues<FaultKind>().Select(kind => new FaultCell(procedure, step, kind))).Except(cells).Select(cell => cell.ToString());
}
