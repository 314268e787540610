using System.Globalization;
using System.Net;
using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Draws a plan as one self-contained page: the targets in order, an arc from each to those that need it.</summary>
internal static class PlanPage
{
    private const int RowHeight = 44;
    private const int ArcWidth = 140;

    public static string Write(IReadOnlyList<ExecutableTarget> plan)
    {
        var page = new StringBuilder();
        page.Append("""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Execution plan</title>
            <style>
            body { font: 15px/1.3 system-ui, sans-serif; margin: 2rem; color: #1d2430; background: #fff; }
            .plan { display: flex; }
            ol { list-style: none; margin: 0; padding: 0; counter-reset: row; }
            li { height: 44px; counter-increment: row; white-space: nowrap; }
            li::before { content: counter(row) ". "; color: #8a94a6; }
            li.skipped { opacity: .45; text-decoration: line-through; }
            small { display: block; color: #5b6678; padding-left: 1.6em; }
            path { fill: none; stroke: #7a8cff; stroke-width: 1.5; }
            path.triggers { stroke: #f0a030; stroke-dasharray: 4 3; }
            circle { fill: #1d2430; }
            @media (prefers-color-scheme: dark) { body { color: #e6e9ef; background: #14181f; } circle { fill: #e6e9ef; } }
            </style>
            </head>
            <body>
            <h1>Execution plan</h1>
            <div class="plan">

            """);
        WriteArcs(page, plan);
        page.Append("<ol>\n");
        foreach (var target in plan)
        {
            var remarks = Enumerable.Concat([target.Description], PlanRemarks.Of(target, plan)).Where(x => x != null).JoinCommaSpace();
            page.Append(CultureInfo.InvariantCulture,
                $"<li{(target.Status == ExecutionStatus.Skipped ? " class=\"skipped\"" : string.Empty)}><b>{Encode(target.Name)}</b><small>{Encode(remarks)}</small></li>\n");
        }
        return page.Append("</ol>\n</div>\n</body>\n</html>\n").ToString();
    }

    private static void WriteArcs(StringBuilder page, IReadOnlyList<ExecutableTarget> plan)
    {
        var rows = plan.Index().ToDictionary(x => x.Item, x => (x.Index * RowHeight) + 12);
        page.Append(CultureInfo.InvariantCulture, $"<svg width=\"{ArcWidth}\" height=\"{plan.Count * RowHeight}\" role=\"img\" aria-label=\"Dependencies\">\n");
        foreach (var target in plan)
        {
            foreach (var dependency in target.ExecutionDependencies.Where(rows.ContainsKey))
                WriteArc(page, rows[dependency], rows[target], "needs");
            foreach (var triggered in target.Triggers.Where(rows.ContainsKey))
                WriteArc(page, rows[target], rows[triggered], "triggers");
            page.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{ArcWidth - 12}\" cy=\"{rows[target]}\" r=\"4\"/>\n");
        }
        page.Append("</svg>\n");
    }

    private static void WriteArc(StringBuilder page, int from, int to, string kind)
    {
        const int right = ArcWidth - 12;
        var bend = right - Math.Min(ArcWidth - 20, 16 + (Math.Abs(to - from) / 2));
        page.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" d=\"M{right} {from} C{bend} {from} {bend} {to} {right} {to}\"/>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
