using QualityGovernance.Deployment.Drills.Faults;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Drills.Faults;

public sealed class SeenCellsTests : IDisposable
{
    private const string Image = "sha256:one";

    private readonly TemporaryFolder runs = new();
    private readonly ManualTime time = new();

    public void Dispose() => runs.Dispose();

    [Fact]
    public void What_was_good_need_not_be_seen_again_also_where_the_run_was_killed()
    {
        using var run = Recorded(["Deploy.Plan.Hang", "Deploy.Plan.ToolError", "Deploy.Plan.FullDisk"]);
        run.Step("Deploy.Plan.Hang", Outcome.Passed);

        Read(run).Good.ShouldBe(new Dictionary<string, string> { ["Deploy.Plan.Hang"] = run.Run.Id.Value });
    }

    [Theory]
    [InlineData(Outcome.Failed)]
    [InlineData(Outcome.NotRun)]
    [InlineData(Outcome.Unknown)]
    public void What_was_not_good_is_seen_again(Outcome outcome)
    {
        using var run = Recorded(["Deploy.Plan.Hang"]);
        run.Step("Deploy.Plan.Hang", outcome);
        run.Finish();

        Read(run).Good.ShouldBeEmpty();
    }

    [Fact]
    public void A_run_that_went_on_from_another_brings_along_what_that_one_saw()
    {
        using var first = Recorded(["Deploy.Plan.Hang", "Deploy.Plan.ToolError"]);
        first.Step("Deploy.Plan.Hang", Outcome.Passed);
        first.Step("Deploy.Plan.ToolError", Outcome.Failed);
        first.Finish();
        using var second = Recorded(["Deploy.Plan.ToolError"], resumes: first.Run.Id.Value);
        second.Step("Deploy.Plan.ToolError", Outcome.Passed);

        Read(second).Good.ShouldBe(
            new Dictionary<string, string> { ["Deploy.Plan.ToolError"] = second.Run.Id.Value, ["Deploy.Plan.Hang"] = first.Run.Id.Value }, ignoreOrder: true);
        Read(second).Commits.ShouldBe(["abc"]);
    }

    [Fact]
    public void A_run_of_another_image_says_nothing_of_this_one()
    {
        using var run = Recorded(["Deploy.Plan.Hang"]);

        Refused(() => SeenCells.Read(runs.Path, run.Run.Id.Value, "sha256:two")).ShouldContain("was of the image sha256:one, and this run is of sha256:two");
    }

    [Fact]
    public void A_run_of_something_else_is_nothing_to_go_on_from()
    {
        using var run = Recorded(["Deploy.Plan.Hang"], name: "Rehearsal");

        Refused(() => Read(run)).ShouldContain("is a run of Rehearsal, and not of FaultMatrix");
    }

    [Fact]
    public void A_record_that_was_edited_counts_for_nothing()
    {
        using var run = Recorded(["Deploy.Plan.Hang"]);
        run.Step("Deploy.Plan.Hang", Outcome.Failed);
        run.Tampered(lines => [.. lines.Select(line => line.Replace(Outcome.Failed.Word(), Outcome.Passed.Word(), StringComparison.Ordinal))]);

        Refused(() => Read(run)).ShouldContain("is not whole, so nothing in it counts");
    }

    [Fact]
    public void Without_an_earlier_run_nothing_was_seen() => SeenCells.Read(runs.Path, id: null, Image).Good.ShouldBeEmpty();

    private static string Refused(Action read) => Should.Throw<DeploymentException>(read).Message;

    private SeenCells Read(RecordedRun run) => SeenCells.Read(runs.Path, run.Run.Id.Value, Image);

    private RecordedRun Recorded(string[] cells, string? resumes = null, string name = FaultMatrix.Name)
    {
        time.Advance(TimeSpan.FromMinutes(1));
        var run = new RecordedRun(time, runs);
        var inputs = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["commit"] = "abc", ["image"] = Image };
        if (resumes is not null)
            inputs["resumes"] = resumes;
        run.Ledger.Append(new Receipt
        {
            Kind = ReceiptKind.RunStarted, Name = name, Started = time.GetUtcNow(), Ended = time.GetUtcNow(), Observations = new() { ["steps"] = string.Join(' ', cells) }, Inputs = inputs,
        });
        return run;
    }
}
