using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Runs;

public sealed class LedgerTests
{
    [Fact]
    public void Receipts_are_json_lines_each_with_the_hash_of_the_one_before()
    {
        using var recorded = RecordedRun.Sealed("One", "Two");
        recorded.Ledger.Dispose();

        var lines = File.ReadAllLines(recorded.Run.LedgerPath).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();

        lines.Select(line => (string)line["kind"]!).ShouldBe(["run-started", "step", "step", "run-finished"]);
        lines[0].ContainsKey("previous").ShouldBeFalse();
        for (var i = 1; i < lines.Count; i++)
            ((string)lines[i]["previous"]!).ShouldBe((string)lines[i - 1]["hash"]!);
        ((string)lines[1]["outcome"]!).ShouldBe("passed");
        ((string)lines[1]["started"]!).ShouldBe("2026-11-23T14:05:01.000Z");
    }

    [Fact]
    public void What_was_written_reads_back_intact()
    {
        using var recorded = RecordedRun.Sealed("One", "Two");

        var record = recorded.Read();

        record.Problems.ShouldBeEmpty();
        record.IsFinished.ShouldBeTrue();
        record.Step("Two")!.Duration.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Text_that_json_must_escape_reads_back_intact()
    {
        using var recorded = new RecordedRun();
        recorded.Start("One");
        recorded.Step("One", Outcome.Failed, reason: "a \"quote\", a tab\t, a line\nfeed, <b>, ü, \u2028 and half a pair \ud800");
        recorded.Finish();

        recorded.Read().Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_secret_never_reaches_the_ledger()
    {
        using var recorded = new RecordedRun();
        recorded.Start("One");
        recorded.Step("One", Outcome.Failed, reason: "password hunter2 was refused", observations: ("url", "postgresql://u:hunter2@h"));
        recorded.Ledger.Dispose();

        var text = File.ReadAllText(recorded.Run.LedgerPath);

        text.ShouldNotContain("hunter2");
        text.ShouldContain("password *** was refused");
    }

    [Fact]
    public void A_receipt_is_on_disk_before_the_next_one_is_written()
    {
        using var recorded = new RecordedRun();
        recorded.Start("One");

        File.ReadAllLines(recorded.Run.LedgerPath).Length.ShouldBe(1);
    }

    [Fact]
    public void A_ledger_is_never_opened_a_second_time_for_writing()
    {
        using var recorded = RecordedRun.Sealed("One");
        recorded.Ledger.Dispose();

        Should.Throw<IOException>(() => new Ledger(recorded.Run, text => text));
    }
}
