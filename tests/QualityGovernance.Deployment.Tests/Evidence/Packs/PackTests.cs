using System.Reflection;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Rehearsal;

namespace QualityGovernance.Deployment.Tests.Evidence.Packs;

public sealed class PackTests : IDisposable
{
    private const string Hostile = "<script>alert(1)</script> & \"quotes\" | pipe";

    /// <summary>What people write where an observation should stand.</summary>
    private static readonly string[] Placeholders = ["tbd", "todo", "to be generated", "to be confirmed", "placeholder", "n/a", "lorem", "pending approval", "xxx"];

    private readonly RecordedFacts recorded = new RecordedFacts().WithParts();

    public void Dispose() => recorded.Dispose();

    [Theory]
    [InlineData(null, "passed", 0)]
    [InlineData(Outcome.Failed, "failed", 1)]
    [InlineData(Outcome.Unknown, "incomplete", 3)]
    [InlineData(Outcome.NotRun, "incomplete", 3)]
    public void The_first_line_and_the_exit_code_are_the_verdict_of_the_gate(Outcome? last, string word, int exitCode)
    {
        recorded.Ends = last is { } outcome ? ("VerifyDatabase", outcome) : null;
        var pack = Pack.Of(recorded.Write(), []);

        pack.Verdict.ExitCode.ShouldBe(exitCode, string.Join('\n', pack.Verdict.Reasons));
        PackMarkdown.Render(pack).Split('\n')[0].ShouldStartWith($"# Acceptance pack: {word}. Rehearsal ");
        PackHtml.Render(pack).ShouldContain($"<h1>Acceptance pack: <span>{word}</span></h1>");
        Json(pack)["verdict"]!.ToString().ShouldBe(word);
        ((int)Json(pack)["exitCode"]!).ShouldBe(exitCode);
    }

    [Fact]
    public async Task A_rehearsal_leaves_everything_that_its_pack_asks_for()
    {
        using var rehearsal = new RehearsalFixture(imageBudget: 200);
        File.WriteAllText(Path.Combine(rehearsal.Root, "Dockerfile"), "FROM base");

        var pack = Pack.Of(RehearsalFixture.RecordOf(await rehearsal.Session.RunAllAsync()), []);

        pack.RunVerdict.Reasons.ShouldBeEmpty();
        pack.Image.Layers.Match(layers => layers.Sum(layer => layer.Bytes), (_, _) => 0).ShouldBe(150_000_000);
        pack.Configuration.Match(settings => settings.Select(setting => $"{setting.Name} {setting.Source}"), (_, _) => []).ShouldBe(["APP_ENV variable", "SECRET_KEY file", "LOG_LEVEL default"]);
        pack.HealthAnswers.Select(answer => answer.Fact.Match(text => text, (_, why) => why)).ShouldContain("""GET /healthz: 200 {"status":"ok"}""");
    }

    [Theory]
    [InlineData("CheckPrerequisites", FactNames.Checksums, "Checksums unknown")]
    [InlineData("BuildImage", FactNames.ImageBytes, "Image size unknown")]
    [InlineData("BuildImage", FactNames.ImageLayers, "Image layers unknown")]
    [InlineData("BuildImage", FactNames.ImageBudget, "Image budget unknown")]
    [InlineData("ApplyMigrations", FactNames.SchemaApplied, "Schema revision unknown")]
    [InlineData("StartApplication", FactNames.Settings, "Configuration unknown")]
    [InlineData("VerifyHealth", FactNames.ServingImage, "Serving image unknown")]
    public void A_fact_that_no_receipt_holds_is_unknown_and_the_pack_is_incomplete(string step, string name, string reason)
    {
        recorded.Facts.Remove((step, name)).ShouldBeTrue();

        var pack = Pack.Of(recorded.Write(), []);

        pack.Verdict.ExitCode.ShouldBe(3);
        pack.Verdict.Reasons.ShouldHaveSingleItem().ShouldStartWith(reason);
        foreach (var form in Forms(pack))
            form.ShouldContain($"{step} left no receipt that tells it.");
    }

    [Fact]
    public void Answers_that_were_not_recorded_leave_the_pack_incomplete()
    {
        foreach (var answer in recorded.Facts.Keys.Where(fact => fact.Name.StartsWith(FactNames.AnswerPrefix, StringComparison.Ordinal)).ToList())
            recorded.Facts.Remove(answer);

        Pack.Of(recorded.Write(), []).Verdict.Reasons.ShouldHaveSingleItem().ShouldStartWith("Health answers unknown");
    }

    [Fact]
    public void What_was_not_executed_is_told_as_not_run()
    {
        recorded.Ends = ("BuildImage", Outcome.Failed);

        var pack = Pack.Of(recorded.Write(), []);

        pack.Schema.ShouldAllBe(fact => fact.Fact.Missing == Outcome.NotRun);
        foreach (var form in Forms(pack))
            form.ShouldContain("ApplyMigrations was not executed.");
    }

    [Fact]
    public void An_edited_record_makes_a_failed_pack_that_names_the_change()
    {
        recorded.Ends = ("VerifyDatabase", Outcome.Failed);

        var pack = Pack.Of(recorded.Write(text => text.Replace("\"outcome\":\"failed\"", "\"outcome\":\"passed\"", StringComparison.Ordinal)), []);

        PackMarkdown.Render(pack).Split('\n')[0].ShouldStartWith("# Acceptance pack: failed.");
        pack.Verdict.Reasons[0].ShouldContain("VerifyDatabase) was changed");
    }

    [Fact]
    public void The_same_receipts_give_the_same_pack()
    {
        var earlier = recorded.Write();
        var record = recorded.Write();

        Forms(Pack.Of(RunVerifier.Read(record.Run), [earlier])).ShouldBe(Forms(Pack.Of(record, [earlier])));
    }

    /// <summary>The types leave no way: a fact is read out of a record, by a private constructor, and everything that a pack shows is a fact, a receipt or a verdict.</summary>
    [Fact]
    public void Nothing_can_be_put_into_a_pack_that_no_receipt_tells()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var type in new[] { typeof(Fact<>), typeof(Pack), typeof(PackSection) })
        {
            type.GetConstructors(All).Where(constructor => !constructor.IsStatic).ShouldAllBe(constructor => constructor.IsPrivate, type.Name);
            foreach (var maker in type.GetMethods(All).Where(method => method.IsStatic && !method.IsPrivate))
                maker.GetParameters()[0].ParameterType.ShouldBe(typeof(RunRecord), $"{type.Name}.{maker.Name}");
            type.GetProperties(All).Where(property => property.SetMethod is not null).ShouldBeEmpty(type.Name);
        }
    }

    [Fact]
    public void A_pack_of_nothing_but_a_start_holds_no_placeholder()
    {
        foreach (var step in recorded.Facts.Keys.Where(fact => fact.Step.Length > 0).ToList())
            recorded.Facts.Remove(step);
        recorded.Ends = ("CheckPrerequisites", Outcome.Failed);

        foreach (var form in Forms(Pack.Of(recorded.Write(), [])))
        {
            foreach (var placeholder in Placeholders)
                form.ShouldNotContain(placeholder, Case.Insensitive);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_where_a_fact_should_be_is_none(string blank)
    {
        recorded.Facts[("", FactNames.Version)] = blank;

        Pack.Of(recorded.Write(), []).Summary.Single(fact => fact.Name == "Version").Fact.Missing.ShouldBe(Outcome.Unknown);
    }

    [Theory]
    [InlineData(FactNames.ImageLayers, "none")]
    [InlineData(FactNames.ImageBytes, "many")]
    public void A_fact_that_cannot_be_read_is_unknown(string name, string text)
    {
        recorded.Facts[("BuildImage", name)] = text;

        var image = Pack.Of(recorded.Write(), []).Image;

        (name == FactNames.ImageLayers ? image.Layers.Missing : image.Size.Missing).ShouldBe(Outcome.Unknown);
    }

    [Fact]
    public void A_setting_has_no_place_for_its_value() =>
        typeof(PackSetting).GetProperties().Select(property => property.Name).Where(name => name != "EqualityContract").ShouldBe(["Name", "Source", "Rule", "Secret"]);

    [Fact]
    public void A_secret_that_a_service_answers_with_is_masked()
    {
        recorded.Facts[("VerifyHealth", FactNames.AnswerPrefix + "/healthz")] = """GET /healthz: 200 {"status":"hunter2"}""";

        foreach (var form in Forms(Pack.Of(recorded.Write(), [])))
            form.ShouldNotContain("hunter2");
    }

    [Fact]
    public void The_html_is_one_well_formed_file_that_loads_and_runs_nothing()
    {
        recorded.Facts[("", "machine")] = Hostile;
        recorded.Ends = ("VerifyDatabase", Outcome.Failed);
        var html = PackHtml.Render(Pack.Of(recorded.Write(), [recorded.Write()]));

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<link");
        html.ShouldNotContain("src=");
        html.ShouldNotContain("url(");
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; | pipe");
        foreach (var wanted in new[] { "prefers-color-scheme: dark", "@media print", "@media (max-width", "name=\"viewport\"" })
            html.ShouldContain(wanted);
        var body = html[html.IndexOf("<main>", StringComparison.Ordinal)..(html.IndexOf("</main>", StringComparison.Ordinal) + 7)];
        XDocument.Parse(body).Descendants("svg").Select(svg => (string?)svg.Attribute("class")).Distinct().ShouldBe(["trend", "timeline", "stack"], ignoreOrder: true);
    }

    [Fact]
    public void Nothing_that_was_observed_can_become_markup_in_markdown()
    {
        recorded.Facts[("", "machine")] = Hostile;

        PackMarkdown.Render(Pack.Of(recorded.Write(), [])).ShouldNotContain("<script>");
    }

    [Fact]
    public void Durations_stand_beside_those_of_the_last_ten_runs()
    {
        foreach (var seconds in Enumerable.Range(1, 12))
        {
            recorded.Seconds["BuildImage"] = seconds;
            recorded.Write();
        }

        recorded.Seconds["BuildImage"] = 100;
        var record = recorded.Write();
        var pack = Pack.Of(record, new RunHistory(recorded.Runs).Earlier(record, Pack.HistoryLength));

        var build = pack.Steps.Single(step => step.Receipt.Name == "BuildImage");
        build.Earlier.Select(earlier => earlier.TotalSeconds).ShouldBe([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        build.Median.ShouldBe(TimeSpan.FromSeconds(8));
        PackHtml.Render(pack).ShouldContain("aria-label=\"3.0 s, 4.0 s, 5.0 s, 6.0 s, 7.0 s, 8.0 s, 9.0 s, 10.0 s, 11.0 s, 12.0 s, 100.0 s\"");
    }

    [Fact]
    public void The_folder_holds_the_pack_with_all_that_it_stands_on_and_one_changed_byte_is_found()
    {
        var record = recorded.Write();
        AcceptancePack.Make(recorded.Runs, record.Run.Id.Value, recorded.Evidence, null, new RecordingConsole()).ShouldBe(0);

        var folder = Path.Combine(recorded.Evidence, record.Run.Id.Value);
        var sums = ChecksumsOf(folder);
        sums.Entries.Count.ShouldBe(12);
        new[] { "pack.html", "pack.json", "pack.md", "receipts.jsonl", "logs/3-BuildImage.log" }.Except(sums.Entries.Select(entry => entry.Path)).ShouldBeEmpty();
        sums.DifferencesTo(Now(folder)).ShouldBeEmpty();

        File.AppendAllText(Path.Combine(folder, "pack.md"), " ");
        sums.DifferencesTo(Now(folder)).ShouldBe(["pack.md was changed."]);

        AcceptancePack.Make(recorded.Runs, record.Run.Id.Value, recorded.Evidence, null, new RecordingConsole());
        ChecksumsOf(folder).ToString().ShouldBe(sums.ToString());
    }

    [Fact]
    public void Without_a_name_the_newest_rehearsal_is_meant()
    {
        recorded.Write();
        var newest = recorded.Write();
        var console = new RecordingConsole();

        AcceptancePack.Make(recorded.Runs, runId: null, recorded.Evidence, null, console);

        console.Text.ShouldContain($"Acceptance pack: passed. Rehearsal {newest.Run.Id}");
    }

    [Fact]
    public void Without_any_rehearsal_there_is_nothing_to_make_a_pack_of() =>
        Should.Throw<DeploymentException>(() => AcceptancePack.Make(recorded.Runs, null, recorded.Evidence, null, new RecordingConsole())).NextCommand.ShouldBe("./build.sh Rehearsal");

    [Fact]
    public void A_stack_that_nobody_saw_is_drawn_as_not_seen()
    {
        recorded.Ends = ("BuildImage", Outcome.Failed);

        var drawing = XDocument.Parse(StackDrawing.Draw(Pack.Of(recorded.Write(), [])));

        drawing.Root!.Elements("rect").Count(box => (string?)box.Attribute("class") == "absent").ShouldBe(4);
    }

    private static ChecksumList ChecksumsOf(string folder) =>
        ChecksumList.Parse(File.ReadAllText(Path.Combine(folder, PackFolder.SumsName)), PackFolder.SumsName);

    private static ChecksumList Now(string folder) =>
        ChecksumList.Of(folder, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Where(file => file != PackFolder.SumsName));

    private static JsonNode Json(Pack pack) => JsonNode.Parse(PackJson.Render(pack))!;

    private static IReadOnlyList<string> Forms(Pack pack) => [PackMarkdown.Render(pack), PackHtml.Render(pack), PackJson.Render(pack)];
}
