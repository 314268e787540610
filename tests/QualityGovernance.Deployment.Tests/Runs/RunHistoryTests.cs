using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Runs;

public sealed class RunHistoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_run_has_nothing_before_it() => new RunHistory(folder.Path).Before(Recorded(seal: true)).ShouldBeNull();

    [Fact]
    public void The_run_before_is_the_latest_finished_one()
    {
        Recorded(seal: true);
        var expected = Recorded(seal: true);
        Recorded(seal: false);
        var now = Recorded(seal: true);

        new RunHistory(folder.Path).Before(now)!.Run.Id.ShouldBe(expected.Run.Id);
    }

    [Fact]
    public void A_run_whose_record_was_edited_is_no_measure()
    {
        var edited = Recorded(seal: true);
        File.WriteAllText(edited.Run.LedgerPath, File.ReadAllText(edited.Run.LedgerPath).Replace("One", "Eins", StringComparison.Ordinal));

        new RunHistory(folder.Path).Before(Recorded(seal: true)).ShouldBeNull();
    }

    [Fact]
    public void Folders_that_are_no_runs_are_passed_over()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "notes"));
        Recorded(seal: true);

        new RunHistory(folder.Path).Runs.Count.ShouldBe(1);
    }

    [Fact]
    public void The_difference_names_outcomes_durations_and_facts()
    {
        var before = Recorded(seal: true);
        var now = Recorded(seal: true, Outcome.Passed, 9, ("image-id", "sha256:2"));

        RunDifference.Between(before, now).ShouldBe(
        [
            new Change("One took", "2.0 s", "9.0 s"),
            new Change("One image-id", "sha256:1", "sha256:2"),
        ]);
    }

    [Fact]
    public void A_changed_outcome_is_a_difference_and_its_facts_are_not_compared() =>
        RunDifference.Between(Recorded(seal: true), Recorded(seal: true, Outcome.Failed, 2)).ShouldBe([new Change("One", "passed", "failed")]);

    [Fact]
    public void Equal_runs_do_not_differ() => RunDifference.Between(Recorded(seal: true), Recorded(seal: true)).ShouldBeEmpty();

    private RunRecord Recorded(bool seal, Outcome outcome = Outcome.Passed, double seconds = 2, params (string, string)[] observations)
    {
        time.Advance(TimeSpan.FromMinutes(1));
        using var recorded = new RecordedRun(time, folder);
        recorded.Start("One");
        recorded.Step("One", outcome, seconds: seconds, observations: observations.Length > 0 ? observations : [("image-id", "sha256:1"), ("port", time.GetUtcNow().Minute.ToString())]);
        if (seal)
            recorded.Finish();
        return recorded.Read();
    }
}
