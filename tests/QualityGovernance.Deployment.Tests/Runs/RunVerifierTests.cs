using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Runs;

/// <summary>One mutation each; the untouched record is covered by <see cref="LedgerTests"/>.</summary>
public sealed class RunVerifierTests : IDisposable
{
    private readonly RecordedRun recorded = RecordedRun.Sealed("One", "Two", "Three");

    public void Dispose() => recorded.Dispose();

    [Theory]
    [InlineData("passed", "failed")]
    [InlineData("\"Two\"", "\"Zwei\"")]
    [InlineData("14:05:05.000Z", "14:05:04.000Z")]
    [InlineData("\"index\":2", "\"index\": 2")]
    [InlineData("\"index\":2", "\"index\":2,\"note\":\"added\"")]
    [InlineData("\"index\":2", "\"index\":7,\"index\":2")]
    public void A_changed_receipt_is_named(string from, string to) =>
        Problems(lines => With(lines, 2, lines[2].Replace(from, to, StringComparison.Ordinal)))
            .ShouldContain(problem => problem.StartsWith("Line 3 ", StringComparison.Ordinal) && problem.Contains("was changed", StringComparison.Ordinal));

    [Fact]
    public void A_line_that_is_no_receipt_is_named() =>
        Problems(lines => With(lines, 2, "{}")).ShouldContain("Line 3 was changed: it is not a receipt.");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_removed_receipt_is_named(int index) =>
        Problems(lines => [.. lines.Where((_, i) => i != index)]).ShouldContain($"Receipt {index + 1} was removed.");

    [Fact]
    public void An_inserted_copy_is_named() =>
        Problems(lines => [.. lines.Take(2), lines[1], .. lines.Skip(2)]).ShouldContain(problem => problem.StartsWith("A receipt was inserted: number 2", StringComparison.Ordinal));

    [Fact]
    public void A_receipt_of_another_run_is_named()
    {
        using var other = new RecordedRun();
        other.Start("Foreign");
        other.Step("Foreign", Outcome.Passed);
        other.Ledger.Dispose();
        var foreign = File.ReadAllLines(other.Run.LedgerPath)[1];

        Problems(lines => With(lines, 1, foreign)).ShouldContain(problem => problem.Contains("it belongs to run " + other.Run.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void Exchanged_receipts_are_named() =>
        Problems(lines => [lines[0], lines[2], lines[1], .. lines.Skip(3)]).ShouldContain(problem => problem.StartsWith("Receipts were reordered: number 2", StringComparison.Ordinal));

    [Fact]
    public void A_line_behind_the_seal_is_named() =>
        Problems(lines => [.. lines, lines[1]]).ShouldContain(problem => problem.Contains("stands after the seal", StringComparison.Ordinal));

    [Fact]
    public void A_receipt_written_anew_with_a_right_hash_of_its_own_breaks_the_chain()
    {
        var problems = Problems(lines =>
        {
            var receipt = CanonicalJson.Parse(lines[2])! with { Outcome = Outcome.Failed, Hash = null };
            return With(lines, 2, CanonicalJson.Line(receipt with { Hash = CanonicalJson.HashOf(receipt) }));
        });

        problems.ShouldBe(["Receipt 4 (Three) does not follow the receipt before it: one of the two was exchanged."]);
    }

    [Fact]
    public void A_cut_off_end_leaves_an_unfinished_run()
    {
        var record = recorded.Tampered(lines => [.. lines.Take(3)]);

        record.IsFinished.ShouldBeFalse();
        Gate.Of(record).Judge(record).Reasons.ShouldContain("The run is unfinished: it has no seal.");
    }

    [Fact]
    public void Receipts_removed_before_the_seal_do_not_agree_with_its_count() =>
        Problems(lines => [lines[0], lines[^1]]).ShouldContain("The seal states 4 receipts before it, and 1 stand there.");

    [Fact]
    public void Half_a_line_at_the_end_is_named()
    {
        recorded.Ledger.Dispose();
        File.AppendAllText(recorded.Run.LedgerPath, "{\"run\":");

        RunVerifier.Read(recorded.Run).Problems.ShouldContain("Line 6 is cut off: it does not end with a line feed.");
    }

    [Fact]
    public void A_changed_log_is_named()
    {
        File.AppendAllText(Path.Combine(recorded.Run.LogFolder, "2-Two.log"), "afterthought");

        recorded.Read().Problems.ShouldBe(["The log of Two was changed: logs/2-Two.log does not have the hash that receipt 3 states."]);
    }

    [Fact]
    public void A_removed_log_is_named()
    {
        File.Delete(Path.Combine(recorded.Run.LogFolder, "1-One.log"));

        recorded.Read().Problems.ShouldBe(["The log of One was removed: logs/1-One.log does not exist."]);
    }

    private IReadOnlyList<string> Problems(Func<List<string>, List<string>> change) => recorded.Tampered(change).Problems;

    private static List<string> With(List<string> lines, int index, string line)
    {
        lines[index].ShouldNotBe(line);
        lines[index] = line;
        return lines;
    }
}
