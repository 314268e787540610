using QualityGovernance.Deployment.Drills.Faults;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Drills.Faults;

public sealed class FaultJudgeTests : IDisposable
{
    private const string Console = "[1/2] Lease passed (0.1 s)\n[2/2] Plan failed (0.1 s)\n  Cause: the tool fails\n  Next: ./build.sh RecoverEnvironment --environment staging";

    private readonly RecordedRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void A_step_that_fails_as_it_has_to_is_as_demanded() => FaultJudge.Complaints(Failing()).ShouldBeEmpty();

    [Fact]
    public void A_process_that_was_killed_in_the_step_is_as_demanded() => FaultJudge.Complaints(Killed()).ShouldBeEmpty();

    [Fact]
    public void An_exit_code_of_0_is_found() => Finds(Failing() with { ExitCode = 0 }, "ended with exit code 0");

    [Fact]
    public void A_wrong_step_is_found() => Finds(Failing(failed: "Lease"), "name Lease as the one that failed");

    [Fact]
    public void A_console_that_names_no_step_is_found() => Finds(Failing() with { Text = "  Cause: x\n  Next: y" }, "does not say that Plan failed");

    [Fact]
    public void A_failure_without_a_cause_is_found() => Finds(Failing() with { Text = Console.Replace("Cause: ", "") }, "does not name a cause");

    [Fact]
    public void A_failure_without_a_way_on_is_found() => Finds(Failing() with { Text = Console.Replace("Next: ", "") }, "does not say what to type next");

    [Fact]
    public void A_recovery_that_nobody_was_told_of_is_found() =>
        Finds(Failing() with { Recovery = "RecoverEnvironment", Text = Console.Replace("RecoverEnvironment", "Deploy") }, "was needed, and the console did not say so");

    [Fact]
    public void A_recovery_that_fails_is_found() => Finds(Failing() with { Recovery = "RecoverEnvironment", RecoveryExitCode = 1 }, "RecoverEnvironment ended with exit code 1");

    [Fact]
    public void What_is_left_is_found() => Finds(Failing() with { Remains = ["container x"] }, "Left behind: container x");

    [Fact]
    public void Another_release_than_before_is_found() => Finds(Failing() with { ServedAfter = "version 2" }, "and now version 2");

    [Fact]
    public void A_change_that_may_stand_is_no_complaint() => FaultJudge.Complaints(Failing() with { ServedAfter = "version 2", MayServe = ["version 2"] }).ShouldBeEmpty();

    [Fact]
    public void A_bystander_that_was_touched_is_found() => Finds(Failing() with { Bystanders = ["no volume"] }, "A bystander was touched: no volume");

    [Fact]
    public void A_fault_that_met_nothing_is_found() => Finds(Failing() with { Struck = false }, "The fault met nothing");

    [Fact]
    public void Receipts_that_were_changed_are_found()
    {
        Write("Plan");
        run.Finish();
        var record = run.Tampered(lines => [.. lines.Select(line => line.Replace("there is a reason", "there is none"))]);

        Finds(Sighting(record), "The receipts are not whole");
    }

    [Fact]
    public void A_good_end_that_nobody_has_declared_is_found()
    {
        run.Start("Lease", "Plan");
        run.Step("Lease", Outcome.Passed);
        run.Step("Plan", Outcome.Passed);
        run.Finish();

        Finds(Sighting(run.Read()) with { ExitCode = 0 }, "ended well in spite of the fault");
    }

    [Fact]
    public void No_receipts_at_all_are_found() => Finds(Failing() with { Record = null }, "left no receipts");

    [Fact]
    public void A_process_that_was_killed_elsewhere_is_found() => Finds(Killed() with { Cell = new FaultCell("Deploy", "Lease", FaultKind.KilledBuild) }, "it was at work on Plan when it was killed, and not on Lease");

    [Fact]
    public void A_process_that_ended_by_itself_is_found() => Finds(Killed() with { ExitCode = 1 }, "The killed process ended with exit code 1");

    private static void Finds(FaultSighting seen, string complaint) => FaultJudge.Complaints(seen).ShouldHaveSingleItem().ShouldContain(complaint);

    private FaultSighting Failing(string failed = "Plan")
    {
        Write(failed);
        run.Finish();
        return Sighting(run.Read());
    }

    private FaultSighting Killed()
    {
        run.Start("Lease", "Plan");
        run.Step("Lease", Outcome.Passed);
        return Sighting(run.Read()) with { Cell = new FaultCell("Deploy", "Plan", FaultKind.KilledBuild), ExitCode = 137, Text = "", Recovery = "RecoverEnvironment" };
    }

    private void Write(string failed)
    {
        run.Start("Lease", "Plan");
        run.Step("Lease", failed == "Lease" ? Outcome.Failed : Outcome.Passed);
        run.Step("Plan", failed == "Plan" ? Outcome.Failed : Outcome.NotRun);
    }

    private static FaultSighting Sighting(RunRecord record) => new()
    {
        Cell = new FaultCell("Deploy", "Plan", FaultKind.ToolError),
        ExitCode = 1,
        Text = Console,
        Record = record,
        Struck = true,
        ServedBefore = "version 1",
        ServedAfter = "version 1",
    };
}
