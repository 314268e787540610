using System.Xml.Linq;
using QualityGovernance.Deployment.Evidence;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Evidence;

public sealed class RunReportTests : IDisposable
{
    private const string Hostile = "<script>alert(1)</script> & \"quotes\" | pipe\n# heading";

    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Outcome.Passed, "passed")]
    [InlineData(Outcome.Failed, "failed")]
    [InlineData(Outcome.NotRun, "incomplete")]
    public void The_first_line_is_the_verdict_of_the_receipts(Outcome outcome, string word)
    {
        var report = Report(outcome);

        MarkdownReport.Render(report).Split('\n')[0].ShouldEndWith($": {word}");
        HtmlReport.Render(report).ShouldContain($": <span class=\"{word}\">{word}</span></h1>");
    }

    [Fact]
    public void Nothing_that_was_observed_can_become_markup_in_html()
    {
        var html = HtmlReport.Render(Report(Outcome.Failed, Hostile));

        html.ShouldNotContain("<script>");
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;");
    }

    [Fact]
    public void Nothing_that_was_observed_can_become_markup_in_markdown()
    {
        var markdown = MarkdownReport.Render(Report(Outcome.Failed, Hostile));

        markdown.ShouldNotContain("<script>");
        markdown.ShouldContain("\\| pipe \\# heading");
    }

    [Fact]
    public void The_html_is_one_well_formed_file_that_loads_nothing()
    {
        var html = HtmlReport.Render(Report(Outcome.Failed, Hostile));

        html.ShouldNotContain("<link");
        html.ShouldNotContain("http://");
        html.ShouldNotContain("https://");
        html.ShouldContain("prefers-color-scheme: dark");
        html.ShouldContain("@media print");
        html.ShouldContain("name=\"viewport\"");
        var body = html[html.IndexOf("<body>", StringComparison.Ordinal)..].Replace("</html>", "", StringComparison.Ordinal).Replace("<br>", "<br/>", StringComparison.Ordinal).Replace("<details open>", "<details>", StringComparison.Ordinal);
        XDocument.Parse(body).Descendants("svg").ShouldHaveSingleItem();
    }

    [Fact]
    public void The_timeline_draws_each_step_where_it_ran_and_as_long_as_it_took()
    {
        using var recorded = new RecordedRun(time, folder);
        recorded.Start("One", "Two");
        recorded.Step("One", Outcome.Passed, 1, 2, seconds: 10);
        recorded.Step("Two", Outcome.Failed, 2, 2, seconds: 30);

        var bars = XDocument.Parse(TimelineDrawing.Draw([.. recorded.Read().Steps])).Root!.Elements("rect").Where(bar => (string)bar.Attribute("class")! != "track").ToList();

        bars.Select(bar => ((double)bar.Attribute("x")!, (double)bar.Attribute("width")!, (string)bar.Attribute("class")!)).ShouldBe([(0, 90, "passed"), (90, 270, "failed")]);
    }

    [Fact]
    public void The_difference_to_the_previous_run_is_told_in_both()
    {
        Report(Outcome.Passed, "sha256:1");
        var report = Report(Outcome.Passed, "sha256:2");

        MarkdownReport.Render(report).ShouldContain("| One fact | sha256:1 | sha256:2 |");
        HtmlReport.Render(report).ShouldContain("<td>sha256:1</td><td>sha256:2</td>");
    }

    [Fact]
    public void A_first_run_says_that_there_is_nothing_to_compare_with()
    {
        var report = Report(Outcome.Passed);

        MarkdownReport.Render(report).ShouldContain("There is no finished run of this kind before it.");
        HtmlReport.Render(report).ShouldContain("There is no finished run of this kind before it.");
    }

    [Fact]
    public void An_edited_record_is_reported_as_such()
    {
        using var recorded = RecordedRun.Sealed("One");
        var record = recorded.Tampered(lines => [.. lines.Where((_, i) => i != 1)]);

        var report = RunReport.Of(record, new Gate(["One"]), new RunHistory(folder.Path));

        MarkdownReport.Render(report).Split('\n')[0].ShouldEndWith(": failed");
        MarkdownReport.Render(report).ShouldContain("Receipt 2 was removed.");
    }

    private RunReport Report(Outcome outcome, string fact = "fact")
    {
        time.Advance(TimeSpan.FromMinutes(1));
        using var recorded = new RecordedRun(time, folder);
        recorded.Start("One");
        recorded.Step("One", outcome, reason: outcome == Outcome.Passed ? null : fact, observations: ("fact", fact));
        recorded.Finish();
        return RunReport.Of(recorded.Read(), new Gate(["One"]), new RunHistory(folder.Path));
    }
}
