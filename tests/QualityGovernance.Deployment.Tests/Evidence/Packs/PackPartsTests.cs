using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Evidence.Packs;

/// <summary>The parts that have receipts of their own: one taken away at a time, and seen to be missed.</summary>
public sealed class PackPartsTests : IDisposable
{
    private readonly RecordedFacts recorded = new RecordedFacts().WithParts();
    private readonly RecordingConsole console = new();

    public void Dispose() => recorded.Dispose();

    [Fact]
    public void With_all_its_parts_nothing_stands_in_the_way()
    {
        var pack = Pack.Of(recorded.Write(), []);

        pack.Verdict.Judgement.ShouldBe(Judgement.Passed, string.Join('\n', pack.Verdict.Reasons));
        pack.FirstLine.ShouldBe(pack.ResultLine);
        pack.Sections.Count.ShouldBe(RecordedFacts.Parts.Count);
    }

    [Theory]
    [InlineData("Waivers", "Open waivers", "Scan")]
    [InlineData("SoftwareBillOfMaterials", "Software bill of materials", "SoftwareBillOfMaterials")]
    [InlineData("ScanDependencies", "Dependency audit", "Scan --only dependencies")]
    [InlineData("ScanSecrets", "Secret scan", "Scan --only secrets")]
    [InlineData("ScanContainers", "Container rules", "Scan --only container")]
    [InlineData("ScanImage", "Vulnerability scan", "Scan --only cve")]
    public void Without_one_of_them_the_pack_is_incomplete_and_names_what_runs_it(string receipt, string title, string target)
    {
        recorded.More.Remove(receipt).ShouldBeTrue();

        var pack = Pack.Of(recorded.Write(), []);

        pack.Verdict.ExitCode.ShouldBe(3);
        pack.RunVerdict.ExitCode.ShouldBe(0);
        pack.Verdict.Reasons.ShouldHaveSingleItem().ShouldBe($"{title} not run. Next: ./build.sh {target} --image d0e3e8b941d6");
        PackMarkdown.Render(pack).Split('\n')[0].ShouldBe($"# Acceptance pack: incomplete. Rehearsal {pack.Record.Run.Id}; not run: {title.ToLowerInvariant()}");
        PackHtml.Render(pack).ShouldContain($"<li>{title} not run. Next: <code>./build.sh {target} --image d0e3e8b941d6</code></li>");
        var json = JsonNode.Parse(PackJson.Render(pack))!;
        ((string?)json["verdict"], (int)json["exitCode"]!).ShouldBe(("incomplete", 3));
        json["sections"]!.AsArray().Single(section => (string?)section!["title"] == title)!["next"]!.ToString().ShouldBe($"./build.sh {target} --image d0e3e8b941d6");
    }

    [Fact]
    public void Every_part_that_is_asked_for_was_taken_away_above()
    {
        recorded.More.Clear();

        PackSection.RequiredOf(recorded.Write()).Select(part => part.Name).ShouldBe(RecordedFacts.Parts);
    }

    [Fact]
    public void One_part_that_is_unknown_leaves_the_pack_incomplete()
    {
        recorded.More["ScanImage"] = (Outcome.Unknown, "no database");

        var pack = Pack.Of(recorded.Write(), []);

        pack.Verdict.ExitCode.ShouldBe(3);
        pack.Verdict.Reasons.ShouldHaveSingleItem().ShouldBe("ScanImage unknown: There is a reason.");
        pack.NotRun.ShouldBeEmpty();
    }

    [Fact]
    public void A_part_stands_there_as_soon_as_a_receipt_tells_of_it()
    {
        var pack = Pack.Of(recorded.Write(), []);

        foreach (var form in new[] { PackMarkdown.Render(pack), PackHtml.Render(pack), PackJson.Render(pack) })
            form.ShouldContain("what Waivers saw");
    }

    [Fact]
    public void A_run_that_has_failed_stays_so_whatever_is_missing_beside_it()
    {
        recorded.More.Clear();
        recorded.Ends = ("VerifyDatabase", Outcome.Failed);

        var pack = Pack.Of(recorded.Write(), []);

        pack.Verdict.ExitCode.ShouldBe(1);
        pack.Verdict.Reasons[0].ShouldStartWith("VerifyDatabase failed");
    }

    [Fact]
    public void A_rehearsal_that_has_built_no_image_is_to_be_repeated_before_anybody_asks_about_one()
    {
        recorded.More.Clear();
        recorded.Ends = ("BuildImage", Outcome.Failed);

        Pack.Of(recorded.Write(), []).Sections.ShouldAllBe(section => section.Next == "./build.sh Rehearsal");
    }

    [Theory]
    [InlineData("ResetDrill", "containers")]
    [InlineData("Rehearsal", "embedded")]
    public void What_makes_no_image_of_a_release_has_only_the_parts_that_a_receipt_tells_of(string procedure, string stack)
    {
        using var run = new RecordedRun();
        run.Ledger.Append(new Receipt { Kind = ReceiptKind.RunStarted, Name = procedure, Started = run.Time.GetUtcNow(), Ended = run.Time.GetUtcNow(), Observations = new() { ["steps"] = "VerifyHealth" }, Inputs = new() { ["stack"] = stack } });
        run.Step("VerifyHealth", Outcome.Passed);
        run.Finish();

        var pack = Pack.Of(RunVerifier.Read(run.Run), []);

        pack.Sections.ShouldBeEmpty();
        pack.Verdict.ExitCode.ShouldBe(0, string.Join('\n', pack.Verdict.Reasons));
        pack.FirstLine.ShouldBe(pack.ResultLine);
    }

    [Fact]
    public void The_console_tells_every_part_and_one_scan_for_all_of_them()
    {
        recorded.More.Clear();
        var record = recorded.Write();

        AcceptancePack.Make(recorded.Runs, record.Run.Id.Value, recorded.Evidence, null, console).ShouldBe(3);

        console.Lines.Take(5).ShouldBe(
        [
            $"Acceptance pack: incomplete. Rehearsal {record.Run.Id}",
            "  not run: open waivers, software bill of materials, dependency audit, secret scan, container rules, vulnerability scan",
            "  Next: ./build.sh SoftwareBillOfMaterials --image d0e3e8b941d6",
            "  Next: ./build.sh Scan --image d0e3e8b941d6",
            $"  Next: ./build.sh Evidence --run {record.Run.Id}",
        ]);
    }

    [Fact]
    public void The_console_tells_everything_else_that_stands_in_the_way_first()
    {
        recorded.More["ScanImage"] = (Outcome.Unknown, "no database");
        recorded.More.Remove("Waivers");

        Make().ShouldBe(3);

        console.Lines[0].ShouldBe("  ScanImage unknown: There is a reason.");
        console.Lines[2].ShouldBe("  not run: open waivers");
    }

    [Fact]
    public void One_scan_that_is_missing_is_run_alone()
    {
        recorded.More.Remove("ScanSecrets");

        Make().ShouldBe(3);

        console.Lines.ShouldContain("  Next: ./build.sh Scan --only secrets --image d0e3e8b941d6");
    }

    [Fact]
    public void Whoever_allows_an_incomplete_pack_gets_the_same_pack_with_another_exit_code()
    {
        recorded.More.Clear();
        var record = recorded.Write();
        AcceptancePack.Make(recorded.Runs, record.Run.Id.Value, recorded.Evidence, null, console).ShouldBe(3);
        var sums = Path.Combine(recorded.Evidence, record.Run.Id.Value, PackFolder.SumsName);
        var before = File.ReadAllText(sums);

        AcceptancePack.Make(recorded.Runs, record.Run.Id.Value, recorded.Evidence, null, console, allowIncomplete: true).ShouldBe(0);

        File.ReadAllText(sums).ShouldBe(before);
        console.Text.ShouldContain("The exit code is 0, because --allow-incomplete asks for it. The pack is incomplete all the same.");
    }

    [Fact]
    public void To_allow_an_incomplete_pack_helps_none_that_has_failed()
    {
        recorded.Ends = ("VerifyDatabase", Outcome.Failed);

        Make(allowIncomplete: true).ShouldBe(1);

        console.Text.ShouldNotContain("--allow-incomplete");
    }

    [Fact]
    public void To_allow_an_incomplete_pack_is_not_mentioned_where_it_is_not_needed()
    {
        Make(allowIncomplete: true).ShouldBe(0);

        console.Text.ShouldNotContain("--allow-incomplete");
    }

    private int Make(bool allowIncomplete = false) =>
        AcceptancePack.Make(recorded.Runs, recorded.Write().Run.Id.Value, recorded.Evidence, null, console, allowIncomplete);
}
