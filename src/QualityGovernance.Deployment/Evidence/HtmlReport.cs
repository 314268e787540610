using System.Net;
using System.Text;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence;

/// <summary>The report of a run as one HTML file that needs nothing from elsewhere: light and dark, on a phone and on paper.</summary>
public static class HtmlReport
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #d5dae1; --soft: #f3f5f8; --good: #1a7f4b; --bad: #c22f2f; --open: #9a6700; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ee; --paper: #14181d; --line: #343b45; --soft: #1e242b; --good: #4cc38a; --bad: #ff7b72; --open: #e3b341; } }
        body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; padding: 1rem; max-width: 60rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.4rem; line-height: 1.25; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid var(--line); }
        th { font-weight: 600; } td.time { text-align: right; white-space: nowrap; } td.key { width: 30%; }
        .timeline { width: 100%; max-width: 36rem; height: auto; } .timeline text { font-size: 11px; fill: var(--ink); } .timeline .end { text-anchor: end; } .timeline .track { fill: var(--soft); }
        .passed { color: var(--good); fill: var(--good); } .failed { color: var(--bad); fill: var(--bad); } .unknown, .not-run, .incomplete { color: var(--open); fill: var(--open); }
        details { border-bottom: 1px solid var(--line); padding: .3rem 0; } summary { cursor: pointer; } code { font-size: .9em; background: var(--soft); padding: .1em .3em; }
        @media print { :root { --ink: #000; --paper: #fff; --line: #999; --soft: #eee; --good: #060; --bad: #900; --open: #640; } body { max-width: none; padding: 0; font-size: 10pt; } details > * { display: block; } tr, svg { break-inside: avoid; } rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        """;

    public static string Render(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append($"<title>{Text(report.Title)}: {report.Verdict.Word}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n");
        html.Append($"<h1>{Text(report.Title)}: <span class=\"{Class(report.Verdict.Word)}\">{report.Verdict.Word}</span></h1>\n");
        html.Append($"<p>{report.Started:yyyy-MM-dd HH:mm:ss} to {report.Ended:HH:mm:ss} UTC, {RunReport.Seconds(report.Ended - report.Started)}.</p>\n");
        List(html, report.Verdict.Reasons);
        html.Append("<h2>Timeline</h2>\n").Append(TimelineDrawing.Draw(report.Lines));
        Steps(html, report.Lines);
        html.Append("<h2>Inputs</h2>\n");
        Table(html, report.Inputs);
        html.Append("<h2>Observed</h2>\n");
        foreach (var line in report.Lines.Where(line => RunReport.Plain(line).Count > 0))
        {
            html.Append($"<details open><summary>{Text(line.Name)}</summary>\n");
            Table(html, RunReport.Plain(line));
            html.Append("</details>\n");
        }

        Difference(html, report);
        html.Append($"<p>The receipts are in <code>{Run.LedgerName}</code>; <code>{Text(report.VerifyCommand)}</code> verifies them.</p>\n</body>\n</html>\n");
        return html.ToString();
    }

    internal static string ClassOf(Outcome? outcome) => outcome is { } known ? Class(known.Word()) : "";

    private static string Class(string word) => word.Replace(' ', '-');

    private static void Steps(StringBuilder html, IEnumerable<Receipt> lines)
    {
        html.Append("<h2>Steps</h2>\n<table>\n<tr><th></th><th>Step</th><th>Outcome</th><th>Time</th></tr>\n");
        foreach (var line in lines)
        {
            var name = line.Log is { } log ? $"<a href=\"{Text(log.File)}\">{Text(line.Name)}</a>" : Text(line.Name);
            var reason = line.Reason is { } why ? "<br>" + Text(why) : "";
            html.Append($"<tr><td>{line.Index}</td><td>{name}{reason}</td><td class=\"{ClassOf(line.Outcome)}\">{line.Outcome?.Word()}</td>");
            html.Append($"<td class=\"time\">{RunReport.Seconds(line.Duration)}</td></tr>\n");
        }

        html.Append("</table>\n");
    }

    private static void Difference(StringBuilder html, RunReport report)
    {
        html.Append("<h2>Difference to the previous run</h2>\n");
        if (report.Previous is null)
        {
            html.Append("<p>There is no finished run of this kind before it.</p>\n");
            return;
        }

        html.Append($"<p>Compared with {Text(report.Previous.Run.Id.Value)}.{(report.Changes.Count == 0 ? " Nothing differs." : "")}</p>\n");
        if (report.Changes.Count == 0)
            return;
        html.Append("<table>\n<tr><th></th><th>Before</th><th>Now</th></tr>\n");
        foreach (var change in report.Changes)
            html.Append($"<tr><td class=\"key\">{Text(change.What)}</td><td>{Text(change.Before)}</td><td>{Text(change.Now)}</td></tr>\n");
        html.Append("</table>\n");
    }

    private static void Table(StringBuilder html, IEnumerable<KeyValuePair<string, string>> rows)
    {
        html.Append("<table>\n");
        foreach (var (key, value) in rows)
            html.Append($"<tr><td class=\"key\">{Text(key)}</td><td>{Text(value)}</td></tr>\n");
        html.Append("</table>\n");
    }

    private static void List(StringBuilder html, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        html.Append("<ul>\n");
        foreach (var line in lines)
            html.Append($"<li>{Text(line)}</li>\n");
        html.Append("</ul>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
