using QualityGovernance.Deployment.Drills.Faults;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Drills.Faults;

public sealed class FaultPaceTests
{
    private static readonly FaultCell Hang = new("Deploy", "Drain", FaultKind.Hang);
    private static readonly FaultCell Error = new("Deploy", "Drain", FaultKind.ToolError);

    [Fact]
    public void What_is_left_takes_as_long_as_the_same_fault_took_elsewhere() =>
        FaultPace.Left([Hang], [Took("Deploy.Plan.Hang", 12), Took("Deploy.Plan.ToolError", 3)]).ShouldBe(TimeSpan.FromSeconds(12));

    [Fact]
    public void A_fault_that_was_not_seen_yet_takes_as_long_as_its_procedure_does() =>
        FaultPace.Left([Error], [Took("Deploy.Plan.Hang", 12), Took("Rehearsal.BuildImage.ToolError", 1)]).ShouldBe(TimeSpan.FromSeconds(12));

    [Fact]
    public void The_first_cell_which_has_its_ground_prepared_is_no_measure_for_the_others() =>
        FaultPace.Left([Hang, Hang], [Took("Deploy.Lease.Hang", 75), Took("Deploy.Plan.Hang", 11), Took("Deploy.Preflight.Hang", 12)]).ShouldBe(TimeSpan.FromSeconds(24));

    [Fact]
    public void Before_anything_was_run_the_preparation_counts_as_well() => FaultPace.Of([Hang]).ShouldBeGreaterThan(FaultPace.Left([Hang], []));

    [Fact]
    public void Where_nothing_is_left_no_time_is() => FaultPace.Left([], [Took("Deploy.Plan.Hang", 12)]).ShouldBe(TimeSpan.Zero);

    private static Receipt Took(string cell, double seconds) => new()
    {
        Kind = ReceiptKind.Step, Name = cell, Started = DateTimeOffset.UnixEpoch, Ended = DateTimeOffset.UnixEpoch.AddSeconds(seconds),
    };
}
