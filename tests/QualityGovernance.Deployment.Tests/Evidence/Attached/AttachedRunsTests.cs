using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Evidence.Attached;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Evidence.Attached;

/// <summary>What other runs have seen of the image of a rehearsal, in the pack of that rehearsal.</summary>
public sealed class AttachedRunsTests : IDisposable
{
    private readonly RecordedFacts recorded = new();
    private readonly RunRecord rehearsal;

    public AttachedRunsTests() => rehearsal = recorded.Write();

    private string Folder => Path.Combine(recorded.Evidence, rehearsal.Run.Id.Value);

    public void Dispose() => recorded.Dispose();

    [Fact]
    public void A_scan_of_the_same_image_and_commit_is_told_with_tool_version_and_age_of_its_data()
    {
        var scan = Write(new RecordedReceipt("ScanImage"));

        var pack = Pack();

        pack.FirstLine.ShouldNotContain("vulnerability scan");
        foreach (var form in new[] { PackMarkdown.Render(pack).Replace("\\", "", StringComparison.Ordinal), PackHtml.Render(pack), PackJson.Render(pack) })
        {
            foreach (var told in new[] { "a tool", "1.2.3", "0.5 days", scan.Run.Id.Value })
                form.ShouldContain(told);
        }
    }

    [Theory]
    [InlineData(Outcome.Failed, "failed", 1)]
    [InlineData(Outcome.Unknown, "incomplete", 3)]
    public void A_scan_that_is_not_good_makes_the_pack_no_better_than_itself(Outcome outcome, string word, int exitCode)
    {
        Write(new RecordedReceipt("ScanImage", outcome));

        var pack = Pack();

        (pack.Verdict.Word, pack.Verdict.ExitCode).ShouldBe((word, exitCode));
        pack.Verdict.Reasons[0].ShouldBe($"ScanImage {outcome.Word()}: There is a reason.");
    }

    [Fact]
    public void What_other_runs_tell_of_every_part_makes_the_pack_complete_and_not_before()
    {
        foreach (var part in RecordedFacts.Parts)
        {
            Pack().Verdict.Judgement.ShouldBe(Judgement.Incomplete, part);
            Write(part == BillDocuments.Receipt ? RecordedReceipt.Bill("pkg:nuget/Npgsql@10.0.3") : new RecordedReceipt(part));
        }

        Pack().Verdict.Judgement.ShouldBe(Judgement.Passed, string.Join('\n', Pack().Verdict.Reasons));
        new PackFolder(recorded.Evidence).Write(Pack());
        PackVerifier.Verify(Folder, new TrustedKeys([])).Verdict!.Judgement.ShouldBe(Judgement.Passed);
    }

    [Fact]
    public void A_scan_cannot_make_a_failed_rehearsal_good()
    {
        recorded.Ends = ("VerifyDatabase", Outcome.Failed);
        var failed = recorded.Write();
        Write(new RecordedReceipt("ScanImage"));

        Deployment.Evidence.Packs.Pack.In(failed, new RunHistory(recorded.Runs)).Verdict.ExitCode.ShouldBe(1);
    }

    [Fact]
    public void The_newest_counts_for_each_receipt()
    {
        Write(new RecordedReceipt("ScanImage", Outcome.Failed));
        var secrets = Write(new RecordedReceipt("ScanSecrets"));
        var image = Write(new RecordedReceipt("ScanImage"));

        var pack = Pack();

        pack.Verdict.Reasons.ShouldAllBe(reason => reason.Contains(" not run. Next: ", StringComparison.Ordinal));
        pack.Attached.Select(run => run.Run.Id).ShouldBe([secrets.Run.Id, image.Run.Id]);
    }

    [Fact]
    public void What_was_not_executed_there_does_not_count() => NothingIsAttached(new RecordedReceipt("ScanImage", Outcome.NotRun));

    [Fact]
    public void A_scan_of_another_image_is_not_of_this_run() => NothingIsAttached(new RecordedReceipt("ScanImage") { Image = "sha256:0000" });

    [Fact]
    public void A_scan_of_another_commit_is_not_of_this_run() => NothingIsAttached(new RecordedReceipt("ScanImage") { Commit = "fedcba9876543210" });

    [Fact]
    public void A_scan_with_other_changes_that_were_not_committed_is_not_of_this_run() => NothingIsAttached(new RecordedReceipt("ScanImage") { Dirty = "yes" });

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef01234567", "yes", "commit 0123456789ab with uncommitted changes")]
    [InlineData("fedcba9876543210", "no", "commit fedcba987654")]
    public void Whoever_scanned_the_image_from_other_sources_is_told_why_it_does_not_count(string commit, string dirty, string sources)
    {
        var scan = Write(new RecordedReceipt("ScanImage") { Commit = commit, Dirty = dirty });

        AttachedRuns.WhyNot(new RunHistory(recorded.Runs), rehearsal, ["Waivers", "ScanImage"])
            .ShouldBe([$"{scan.Start!.Name} {scan.Run.Id} looked at the same image beside other sources ({sources}; the run: commit 0123456789ab), and does not count."]);
        var console = new RecordingConsole();
        AcceptancePack.Make(recorded.Runs, rehearsal.Run.Id.Value, recorded.Evidence, key: null, console).ShouldBe(3);
        console.Text.ShouldContain("does not count.");
    }

    [Fact]
    public void Nothing_is_said_of_scans_that_count_or_are_of_another_image()
    {
        Write(new RecordedReceipt("ScanImage"));
        Write(new RecordedReceipt("ScanSecrets") { Image = "sha256:0000", Dirty = "yes" });

        AttachedRuns.WhyNot(new RunHistory(recorded.Runs), rehearsal, ["Waivers", "ScanSecrets", "ScanImage"]).ShouldBeEmpty();
    }

    [Fact]
    public void A_scan_that_was_not_finished_tells_nothing() => NothingIsAttached(new RecordedReceipt("ScanImage") { IsSealed = false });

    [Fact]
    public void A_scan_whose_record_was_changed_tells_nothing()
    {
        var scan = Write(new RecordedReceipt("ScanImage", Outcome.Failed));
        File.WriteAllText(scan.Run.LedgerPath, File.ReadAllText(scan.Run.LedgerPath).Replace("\"failed\"", "\"passed\"", StringComparison.Ordinal));

        Pack().Attached.ShouldBeEmpty();
    }

    [Fact]
    public void The_pack_carries_receipts_logs_and_documents_of_what_it_tells_and_a_change_of_any_is_named()
    {
        var bill = Write(RecordedReceipt.Bill("pkg:nuget/Npgsql@10.0.3"));
        new PackFolder(recorded.Evidence).Write(Pack());
        Verify().ShouldBeEmpty();

        var files = Directory.EnumerateFiles(Path.Combine(Folder, AttachedRuns.Folder, bill.Run.Id.Value), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        files.Select(Path.GetFileName).ShouldBe(["app.cdx.json", "image.cdx.json", "1-SoftwareBillOfMaterials.log", "receipts.jsonl"]);
        foreach (var file in files)
        {
            var before = File.ReadAllText(file);
            File.WriteAllText(file, before + " ");
            Verify().ShouldContain(problem => problem.Contains(Path.GetFileName(file), StringComparison.Ordinal), file);
            File.WriteAllText(file, before);
        }
    }

    [Fact]
    public void Whoever_verifies_a_pack_is_told_the_verdict_that_stands_in_it()
    {
        Write(new RecordedReceipt("ScanImage", Outcome.Failed));
        new PackFolder(recorded.Evidence).Write(Pack());

        PackVerifier.Verify(Folder, new TrustedKeys([])).Pack!.FirstLine.ShouldStartWith("Acceptance pack: failed.");
    }

    [Fact]
    public void A_document_that_was_changed_before_the_pack_was_made_stops_it()
    {
        var bill = Write(RecordedReceipt.Bill("pkg:nuget/Npgsql@10.0.3"));
        File.AppendAllText(Path.Combine(bill.Run.Folder, BillDocuments.Image), " ");

        Should.Throw<DeploymentException>(() => new PackFolder(recorded.Evidence).Write(Pack())).NextCommand.ShouldBe("./build.sh SoftwareBillOfMaterials");
    }

    [Fact]
    public void The_documents_are_linked_with_the_number_of_their_components_and_no_link_leads_nowhere()
    {
        var bill = Write(RecordedReceipt.Bill("pkg:nuget/Npgsql@10.0.3"));
        new PackFolder(recorded.Evidence).Write(Pack());

        var html = File.ReadAllText(Path.Combine(Folder, "pack.html"));
        var markdown = File.ReadAllText(Path.Combine(Folder, "pack.md"));
        var links = Links(html, "href=\"(?<link>[^#\"][^\"]*)\"").ToList();
        foreach (var name in BillDocuments.Names)
        {
            var path = $"{AttachedRuns.Folder}/{bill.Run.Id}/{name}";
            links.ShouldContain(path);
            html.ShouldContain($"<a href=\"{path}\">{path}</a><span class=\"why\">3 components</span>");
            markdown.ShouldContain($"]({path})");
        }

        Links(markdown, @"\]\((?<link>[^)]+)\)").ShouldBe(links, ignoreOrder: true);
        links.Where(link => !File.Exists(Path.Combine(Folder, link))).ShouldBeEmpty();

        File.Delete(Path.Combine(Folder, AttachedRuns.Folder, bill.Run.Id.Value, BillDocuments.Image));
        links.Where(link => !File.Exists(Path.Combine(Folder, link))).ShouldBe([$"{AttachedRuns.Folder}/{bill.Run.Id}/{BillDocuments.Image}"]);
    }

    [Fact]
    public void The_pack_of_a_bill_of_materials_itself_has_its_documents_beside_it()
    {
        var bill = Write(RecordedReceipt.Bill("pkg:nuget/Npgsql@10.0.3"));
        var folder = new PackFolder(recorded.Evidence).Write(Deployment.Evidence.Packs.Pack.In(bill, new RunHistory(recorded.Runs)));

        Links(File.ReadAllText(Path.Combine(folder, "pack.html")), "href=\"(?<link>[^#\"][^\"]*cdx.json)\"").ShouldBe(BillDocuments.Names);
        BillDocuments.Names.ShouldAllBe(name => File.Exists(Path.Combine(folder, name)));
        File.AppendAllText(Path.Combine(folder, BillDocuments.Application), " ");
        PackVerifier.Verify(folder, new TrustedKeys([])).Problems.ShouldContain(problem => problem.StartsWith(BillDocuments.Application, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Links(string text, string pattern) =>
        Regex.Matches(text, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["link"].Value);

    private void NothingIsAttached(RecordedReceipt receipt)
    {
        Write(receipt);

        var pack = Pack();

        pack.Attached.ShouldBeEmpty();
        pack.Sections.ShouldAllBe(section => section.Outcome == Outcome.NotRun);
    }

    private RunRecord Write(RecordedReceipt receipt) => receipt.Write(recorded.Runs, recorded.Time);

    private Pack Pack() => Deployment.Evidence.Packs.Pack.In(rehearsal, new RunHistory(recorded.Runs));

    private IReadOnlyList<string> Verify() => PackVerifier.Verify(Folder, new TrustedKeys([])).Problems;
}
