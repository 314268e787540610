using QualityGovernance.Deployment.Drills.Faults;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Drills.Faults;

public sealed class FaultTableTests
{
    [Fact]
    public void Each_cell_says_what_became_of_it_and_none_that_was_not_run_looks_as_if_it_had_been()
    {
        var cells = FaultPlan.Select(["Deploy"], ["Lease"], []);
        var seen = new SeenCells(["abc"], new Dictionary<string, string> { ["Deploy.Lease.BadOutput"] = "20261125-100000-ab12" });
        Receipt[] receipts = [Of("Deploy.Lease.ToolError", Outcome.Passed, "failed at Lease"), Of("Deploy.Lease.Hang", Outcome.Failed, "killed"), Of("Deploy.Lease.FullDisk", Outcome.Passed, "well: for a reason")];

        var line = FaultTable.Lines(cells, receipts, seen).Last();

        line.ShouldStartWith("Deploy.Lease ");
        line["Deploy.Lease ".Length..].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ShouldBe(
            ["as demanded", Outcome.Failed.Word(), "seen before", "tolerated", "does not apply", Outcome.NotRun.Word()]);
    }

    private static Receipt Of(string cell, Outcome outcome, string ended) => new()
    {
        Kind = ReceiptKind.Step, Name = cell, Outcome = outcome, Started = DateTimeOffset.UnixEpoch, Ended = DateTimeOffset.UnixEpoch, Observations = new() { ["ended"] = ended },
    };
}
