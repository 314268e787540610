using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Runs;

public sealed class GateTests
{
    private static readonly string[] Steps = ["One", "Two"];

    [Fact]
    public void All_expected_steps_observed_is_the_only_way_to_the_best_verdict() => Judged(Outcome.Passed, Outcome.Passed).Judgement.ShouldBe(Judgement.Passed);

    [Theory]
    [InlineData(Outcome.Passed, Outcome.Failed, Judgement.Failed, 1)]
    [InlineData(Outcome.Failed, Outcome.NotRun, Judgement.Failed, 1)]
    [InlineData(Outcome.Passed, Outcome.NotRun, Judgement.Incomplete, 3)]
    [InlineData(Outcome.Passed, Outcome.Unknown, Judgement.Incomplete, 3)]
    [InlineData(Outcome.Passed, Outcome.Passed, Judgement.Passed, 0)]
    public void The_worst_outcome_decides(Outcome one, Outcome two, Judgement judgement, int exitCode)
    {
        var verdict = Judged(one, two);

        verdict.Judgement.ShouldBe(judgement);
        verdict.ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public void A_step_without_receipt_leaves_the_run_incomplete()
    {
        using var recorded = new RecordedRun();
        recorded.Start(Steps);
        recorded.Step("One", Outcome.Passed);
        recorded.Finish();

        var verdict = Judge(recorded);

        verdict.Judgement.ShouldBe(Judgement.Incomplete);
        verdict.Reasons.ShouldBe(["Two left no receipt."]);
    }

    [Fact]
    public void A_run_that_announced_fewer_steps_does_not_satisfy_a_gate_that_wants_more()
    {
        using var recorded = RecordedRun.Sealed("One");

        var record = recorded.Read();

        Gate.Of(record).Judge(record).Judgement.ShouldBe(Judgement.Passed);
        new Gate(Steps).Judge(record).Judgement.ShouldBe(Judgement.Incomplete);
    }

    [Fact]
    public void A_fact_that_was_asked_for_and_that_no_receipt_tells_leaves_the_run_incomplete()
    {
        using var recorded = RecordedRun.Sealed("One");
        var record = recorded.Read();
        var gate = Gate.Of(record).Requiring([new RequiredFact("Its size", "size", "One")]);

        gate.Judge(record).Reasons.ShouldBe(["Its size unknown: One left no receipt that tells it."]);
        gate.Judge(record).ExitCode.ShouldBe(3);
    }

    [Fact]
    public void A_fact_that_was_asked_for_and_told_is_enough()
    {
        using var recorded = new RecordedRun();
        recorded.Start("One");
        recorded.Step("One", Outcome.Passed, observations: ("size", "12"));
        recorded.Finish();
        var record = recorded.Read();

        Gate.Of(record).Requiring([new RequiredFact("Its size", "size", "One")]).Judge(record).ExitCode.ShouldBe(0);
    }

    /// <summary>Neither a judgement nor a reason can be given to a verdict: it takes them from the record.</summary>
    [Fact]
    public void A_verdict_is_made_from_receipts_alone()
    {
        const System.Reflection.BindingFlags All = System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly;

        typeof(Verdict).GetConstructors(All).ShouldHaveSingleItem().GetParameters().Select(parameter => parameter.ParameterType).ShouldBe([typeof(Gate), typeof(RunRecord), typeof(IReadOnlyList<Receipt>)]);
        typeof(Verdict).GetProperties(All).ShouldAllBe(property => property.SetMethod == null);
        typeof(RunRecord).GetProperties(All).ShouldAllBe(property => property.SetMethod == null);
    }

    [Theory]
    [InlineData(Outcome.Passed, Judgement.Passed)]
    [InlineData(Outcome.Unknown, Judgement.Incomplete)]
    [InlineData(Outcome.Failed, Judgement.Failed)]
    public void A_receipt_of_another_run_makes_a_judgement_worse_and_never_better(Outcome outcome, Judgement judgement)
    {
        using var good = RecordedRun.Sealed("One");
        using var bad = new RecordedRun();
        bad.Start("One");
        bad.Step("One", Outcome.Failed);
        bad.Finish();
        var beside = new Receipt { Kind = ReceiptKind.Step, Name = "Scan", Outcome = outcome, Reason = "there is a reason", Started = default, Ended = default };

        var record = good.Read();
        Gate.Of(record).Judge(record, [beside]).Judgement.ShouldBe(judgement);
        var failed = bad.Read();
        Gate.Of(failed).Judge(failed, [beside]).Judgement.ShouldBe(Judgement.Failed);
    }

    [Fact]
    public void A_run_that_announced_nothing_shows_nothing()
    {
        using var recorded = RecordedRun.Sealed();

        Judge(recorded).Judgement.ShouldBe(Judgement.Incomplete);
    }

    [Fact]
    public void Something_that_could_not_be_shown_leaves_the_run_incomplete()
    {
        using var recorded = new RecordedRun();
        recorded.Start("One");
        recorded.Step("One", Outcome.Passed);
        recorded.Ledger.Append(new Receipt { Kind = ReceiptKind.Item, Name = "Image", Outcome = Outcome.NotRun, Reason = "no engine", Started = default, Ended = default });
        recorded.Finish();

        Judge(recorded).Judgement.ShouldBe(Judgement.Incomplete);
    }

    [Fact]
    public void A_failed_teardown_fails_the_run()
    {
        using var recorded = new RecordedRun();
        recorded.Start("One");
        recorded.Step("One", Outcome.Passed);
        recorded.Ledger.Append(new Receipt { Kind = ReceiptKind.Teardown, Name = "Teardown", Outcome = Outcome.Failed, Reason = "a volume is left", Started = default, Ended = default });
        recorded.Finish();

        Judge(recorded).Judgement.ShouldBe(Judgement.Failed);
    }

    [Fact]
    public void A_record_that_was_edited_fails_whatever_it_says()
    {
        using var recorded = RecordedRun.Sealed(Steps);

        var record = recorded.Tampered(lines => [.. lines.Select(line => line.Replace("\"Two\"", "\"Zwei\"", StringComparison.Ordinal))]);

        new Gate(Steps).Judge(record).Judgement.ShouldBe(Judgement.Failed);
    }

    [Fact]
    public void Only_a_gate_makes_a_verdict() =>
        typeof(Verdict).GetConstructors().ShouldBeEmpty();

    private static Verdict Judged(Outcome one, Outcome two)
    {
        using var recorded = new RecordedRun();
        recorded.Start(Steps);
        recorded.Step("One", one, 1, 2);
        recorded.Step("Two", two, 2, 2);
        recorded.Finish();
        return Judge(recorded);
    }

    private static Verdict Judge(RecordedRun recorded)
    {
        var record = recorded.Read();
        return Gate.Of(record).Judge(record);
    }
}
