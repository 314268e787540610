using QualityGovernance.Deployment.Evidence.Comparison;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Evidence.Attached;

namespace QualityGovernance.Deployment.Tests.Evidence.Comparison;

/// <summary>One thing made worse at a time, and seen to stand first.</summary>
public sealed class RunComparisonTests : IDisposable
{
    private const string Bill = "Software bill of materials";

    private readonly RecordedFacts recorded = new();
    private readonly RunRecord before;

    public RunComparisonTests() => before = recorded.Write();

    public void Dispose() => recorded.Dispose();

    [Fact]
    public void Two_runs_that_are_alike_have_no_difference()
    {
        var comparison = Compare();

        comparison.Worse.ShouldBeEmpty();
        comparison.Other.ShouldBeEmpty();
        ComparisonMarkdown.Render(comparison).Split('\n')[0].ShouldEndWith(": nothing worse, nothing only different");
    }

    [Fact]
    public void A_step_that_newly_fails_is_the_first_thing_told()
    {
        recorded.Ends = ("VerifyHealth", Outcome.Failed);

        var comparison = Compare();

        comparison.Worse.Select(worse => worse.What).ShouldBe(["Run: Verdict", "Steps: VerifyHealth", "Steps: VerifyDatabase"]);
        comparison.Worse[1].A.ShouldBe("passed");
        comparison.Worse[1].B.ShouldBe("failed: There is a reason.");
    }

    [Theory]
    [InlineData(2.9, false)]
    [InlineData(3.1, true)]
    public void A_step_is_slower_by_more_than_a_quarter_and_a_second(double seconds, bool worse)
    {
        recorded.Seconds["StartPostgres"] = seconds;

        Compare().Worse.Any(difference => difference.What == "Timings: StartPostgres").ShouldBe(worse);
    }

    [Fact]
    public void A_step_that_got_faster_is_only_different()
    {
        recorded.Seconds["StartPostgres"] = 0.5;

        var comparison = Compare();

        comparison.Worse.ShouldBeEmpty();
        comparison.Other.ShouldHaveSingleItem().What.ShouldBe("Timings: StartPostgres");
    }

    [Fact]
    public void A_layer_that_grew_is_worse_also_where_what_it_copied_has_another_hash()
    {
        recorded.Facts[("BuildImage", FactNames.ImageLayers)] = """[{"bytes":120000000,"createdBy":""},{"bytes":36000000,"createdBy":"COPY dir:fedcba98765432100123 in /app"}]""";
        recorded.Facts[("BuildImage", FactNames.ImageBytes)] = "156000000";

        var worse = Compare().Worse;

        worse.Select(one => (one.What, one.A, one.B)).ShouldBe([("Image layers: COPY  in /app", "30.0 MB", "36.0 MB"), ("Image layers: All of it", "150.0 MB", "156.0 MB")]);
    }

    [Fact]
    public void A_schema_that_went_back_is_worse_and_one_that_went_on_is_different()
    {
        recorded.Facts[("ApplyMigrations", FactNames.SchemaApplied)] = "20251111000000_Old";
        Compare().Worse.ShouldHaveSingleItem().What.ShouldBe("Schema: Applied");

        recorded.Facts[("ApplyMigrations", FactNames.SchemaApplied)] = "20270101000000_New";
        var comparison = Compare();
        comparison.Worse.ShouldBeEmpty();
        comparison.Other.Select(difference => difference.What).ShouldContain("Schema: Applied");
    }

    [Fact]
    public void Changes_of_the_configuration_are_told_by_name()
    {
        recorded.Facts[("StartApplication", FactNames.Settings)] = """[{"name":"APP_ENV","source":"default","rule":"One of four.","secret":false},{"name":"NEW_ONE","source":"default","rule":"Anything.","secret":false}]""";

        Compare().Other.Select(difference => (difference.What, difference.B)).ShouldBe(
        [
            ("Configuration: APP_ENV", "from default: One of four."), ("Configuration: SECRET_KEY", "not there"), ("Configuration: NEW_ONE", "from default: Anything."),
        ]);
    }

    [Fact]
    public void A_delivered_file_that_changed_is_told_by_name()
    {
        recorded.Facts[("CheckPrerequisites", FactNames.Checksums)] = $"{RecordedFacts.Hash}  Dockerfile\n{new string('a', 64)}  docker-stack.yml\n";

        Compare().Other.ShouldHaveSingleItem().What.ShouldBe("Files: docker-stack.yml");
    }

    [Fact]
    public void What_is_not_told_any_more_is_worse()
    {
        recorded.Facts.Remove(("BuildImage", FactNames.ImageLayers));

        Compare().Worse.Select(worse => worse.What).ShouldContain("Image layers: Told");
    }

    [Fact]
    public void A_bill_of_materials_is_compared_once_there_is_one()
    {
        Compare().Parts.Single(part => part.Title == Bill).Note.ShouldBe("Neither this run nor another of the same image and commit has a receipt of SoftwareBillOfMaterials.");

        WriteBill("sha256:0002", "pkg:nuget/Npgsql@10.0.3");
        OfTheBill(Compare("sha256:0002")).ShouldContain((Bill + ": Outcome", "not run", "passed"));
    }

    [Theory]
    [InlineData(Outcome.Passed, Outcome.Unknown, true)]
    [InlineData(Outcome.Passed, Outcome.Failed, true)]
    [InlineData(null, Outcome.Unknown, false)]
    [InlineData(Outcome.Failed, Outcome.Passed, false)]
    public void A_scan_that_newly_finds_something_or_cannot_tell_is_worse_and_a_first_one_is_only_different(Outcome? before, Outcome after, bool worse)
    {
        if (before is { } outcome)
            new RecordedReceipt("ScanImage", outcome).Write(recorded.Runs, recorded.Time);
        new RecordedReceipt("ScanImage", after) { Image = "sha256:0002" }.Write(recorded.Runs, recorded.Time);

        var comparison = Compare("sha256:0002");

        (worse ? comparison.Worse : comparison.Other).Select(difference => difference.What).ShouldContain("Scans: Vulnerability scan");
        comparison.Worse.ShouldAllBe(difference => difference.What == "Scans: Vulnerability scan");
    }

    [Fact]
    public void Components_that_were_added_taken_away_or_have_another_version_are_told_by_name()
    {
        WriteBill("sha256:d0e3e8b941d66f122257080cec5c8fd0", "pkg:deb/debian/libc6@2.36-9%2Bdeb12u13?arch=amd64", "pkg:nuget/Npgsql@10.0.3", "pkg:nuget/Gone@1.0.0", "pkg:nuget/Same@2.0.0");
        WriteBill("sha256:0002", "pkg:deb/debian/libc6@2.36-9%2Bdeb12u14?arch=amd64", "pkg:nuget/Npgsql@10.0.3", "pkg:nuget/New@3.0.0", "pkg:nuget/Same@2.0.0");

        OfTheBill(Compare("sha256:0002")).ShouldBe(
        [
            (Bill + ": deb/debian/libc6", "2.36-9+deb12u13", "2.36-9+deb12u14"), (Bill + ": nuget/Gone", "1.0.0", "not there"), (Bill + ": nuget/New", "not there", "3.0.0"),
        ]);
    }

    [Fact]
    public void A_bill_that_is_not_told_any_more_is_worse()
    {
        WriteBill("sha256:d0e3e8b941d66f122257080cec5c8fd0", "pkg:nuget/Npgsql@10.0.3");

        var comparison = Compare("sha256:0002");

        comparison.Worse.Select(worse => worse.What).ShouldBe([Bill + ": Outcome", Bill + ": Packages"]);
    }

    [Fact]
    public void The_console_and_the_file_tell_what_got_worse_before_anything_else()
    {
        recorded.Ends = ("VerifyHealth", Outcome.Failed);
        var after = recorded.Write();
        var console = new RecordingConsole();

        ComparedRuns.Show(recorded.Runs, [before.Run.Id.Value, after.Run.Id.Value], recorded.Evidence, console);

        console.Lines[1].ShouldBe("  Worse: Run: Verdict: passed -> failed");
        var markdown = File.ReadAllText(Path.Combine(recorded.Evidence, $"compare-{before.Run.Id}-{after.Run.Id}.md"));
        markdown.IndexOf("## Worse in B", StringComparison.Ordinal).ShouldBeLessThan(markdown.IndexOf("## Different", StringComparison.Ordinal));
        markdown.IndexOf("## Different", StringComparison.Ordinal).ShouldBeLessThan(markdown.IndexOf("side by side", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "Two runs are compared, and 0 were named.")]
    [InlineData(1, "Two runs are compared, and 1 was named.")]
    [InlineData(3, "Two runs are compared, and 3 were named.")]
    public void Two_runs_have_to_be_named(int count, string message) =>
        Should.Throw<DeploymentException>(() => ComparedRuns.Show(recorded.Runs, [.. Enumerable.Repeat(before.Run.Id.Value, count)], recorded.Evidence, new RecordingConsole())).Message.ShouldBe(message);

    [Theory]
    [InlineData("CompareRuns --run one --run two")]
    [InlineData("CompareRuns --run=one --no-logo --Run two")]
    [InlineData("CompareRuns --run one two")]
    public void An_option_may_be_repeated(string words) => RepeatedOption.Values(words.Split(' '), "run").ShouldBe(["one", "two"]);

    private void WriteBill(string image, params string[] components) => (RecordedReceipt.Bill(components) with { Image = image }).Write(recorded.Runs, recorded.Time);

    private static IReadOnlyList<(string What, string A, string B)> OfTheBill(RunComparison comparison) =>
        [.. comparison.Other.Where(difference => difference.What.StartsWith(Bill, StringComparison.Ordinal)).Select(difference => (difference.What, difference.A, difference.B))];

    private RunComparison Compare(string image)
    {
        recorded.Facts[("BuildImage", FactNames.ImageId)] = image;
        return Compare();
    }

    private RunComparison Compare() => RunComparison.Of(before, recorded.Write(), new RunHistory(recorded.Runs));
}
