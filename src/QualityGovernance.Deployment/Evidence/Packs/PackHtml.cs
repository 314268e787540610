using System.Globalization;
using System.Net;
using System.Text;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>A pack as one HTML file that needs nothing from elsewhere and runs nothing.</summary>
public static class PackHtml
{
    private const string NextCommand = " Next: ";

    public static string Render(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var tables = PackTables.Of(pack);
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append($"<title>{Text(pack.FirstLine)}</title>\n<style>\n{PackStyle.Css}\n</style>\n</head>\n<body>\n<main>\n");
        Head(html, pack);
        Figures(html, pack);
        html.Append("<div class=\"pictures\">\n<section>\n<h2>Timeline</h2>\n").Append(TimelineDrawing.Draw([.. pack.Steps.Select(step => step.Receipt)]));
        html.Append("</section>\n<section>\n<h2>Stack</h2>\n").Append(StackDrawing.Draw(pack)).Append("</section>\n</div>\n");
        html.Append("<nav aria-label=\"Parts\">").Append(string.Concat(tables.Select(table => $"<a href=\"#{table.Anchor}\">{Text(table.Title)}</a>"))).Append("</nav>\n");
        foreach (var table in tables)
            Section(html, table);
        html.Append($"<footer><code>sha256sum -c {PackFolder.SumsName}</code> in the folder of this file verifies all of it; <code>./build.sh VerifyRun --run {Text(pack.Record.Run.Id.Value)}</code> verifies the receipts.</footer>\n");
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder html, Pack pack)
    {
        var word = pack.Verdict.Word;
        html.Append($"<header class=\"{Class(word)}\">\n<h1>Acceptance pack: <span>{word}</span></h1>\n");
        html.Append($"<p>{Text(pack.Procedure)} {Text(pack.Record.Run.Id.Value)}, {pack.Started:yyyy-MM-dd HH:mm:ss} to {pack.Ended:HH:mm:ss} UTC</p>\n");
        if (pack.Verdict.Reasons.Count > 0)
            html.Append("<ul>\n").Append(string.Concat(pack.Verdict.Reasons.Select(reason => $"<li>{Reason(reason)}</li>\n"))).Append("</ul>\n");
        html.Append("</header>\n");
    }

    /// <summary>What is to be typed looks like it.</summary>
    private static string Reason(string reason) => reason.LastIndexOf(NextCommand, StringComparison.Ordinal) is > 0 and var at
        ? $"{Text(reason[..at])} Next: <code>{Text(reason[(at + NextCommand.Length)..])}</code>"
        : Text(reason);

    private static void Figures(StringBuilder html, Pack pack)
    {
        html.Append("<dl class=\"figures\">\n");
        Figure(html, "Duration", RunReport.Seconds(pack.Ended - pack.Started), pack.EarlierRuns.Count == 0 ? "the first of its kind here" : $"{Counted.Of(pack.EarlierRuns.Count, "run")} before it", TrendDrawing.Draw(pack.EarlierRuns.Count == 0 ? [] : [.. pack.EarlierDurations, pack.Ended - pack.Started]));
        var budget = pack.Image.Facts.Single(fact => fact.Name == "Budget").Fact;
        Figure(html, "Image", pack.Image.Size.Match(size => PackTables.Megabytes(size.Bytes), Absent), "budget: " + Text(Short(budget)), Meter(pack.Image.Size, budget));
        Figure(html, "Schema", Short(pack.Schema.Single(fact => fact.Name == "Applied").Fact), Text(Short(pack.Environment.Single(fact => fact.Name == "Database").Fact).Split(" (", 2)[0]));
        Figure(html, "Receipts", pack.Record.Receipts.Count.ToString(CultureInfo.InvariantCulture), pack.Record.Problems.Count == 0 ? "as they were written" : $"{Counted.Of(pack.Record.Problems.Count, "problem")} in the chain");
        html.Append("</dl>\n");
    }

    private static void Figure(StringBuilder html, string name, string value, string detail, string drawing = "") =>
        html.Append($"<div><dt>{name}</dt><dd{(value.Length > 16 ? " class=\"long\"" : "")}>{Text(value).Replace("_", "_<wbr/>", StringComparison.Ordinal)}<small>{detail}</small>{drawing}</dd></div>\n");

    private static string Meter(Fact<ImageSize> size, Fact<string> budget)
    {
        var limit = budget.Match(text => text.EndsWith(" MB", StringComparison.Ordinal) && double.TryParse(text[..^3], CultureInfo.InvariantCulture, out var most) ? most : 0, (_, _) => 0);
        var share = limit > 0 ? size.Match(bytes => bytes.Bytes / 1_000_000.0 / limit, (_, _) => 0) : 0;
        return share <= 0 ? "" : $"<span class=\"meter\"><i{(share > 1 ? $" class=\"{Class(Outcome.Failed.Word())}\"" : "")} style=\"width: {Math.Min(100, share * 100).ToString("0", CultureInfo.InvariantCulture)}%\"></i></span>";
    }

    private static void Section(StringBuilder html, PackTable table)
    {
        html.Append($"<section id=\"{table.Anchor}\">\n<h2>{Text(table.Title)}</h2>\n");
        if (table.Note.Length > 0)
            html.Append($"<p class=\"note\">{Text(table.Note)}</p>\n");
        html.Append("<table>\n");
        if (table.Columns.Count > 0)
            html.Append("<thead><tr>").Append(string.Concat(table.Columns.Select((column, i) => $"<th{(IsNumber(table, i) ? " class=\"number\"" : "")}>{Text(column == "Runs" ? "Last runs" : column)}</th>"))).Append("</tr></thead>\n");
        html.Append("<tbody>\n");
        foreach (var row in table.Rows)
            html.Append("<tr>").Append(string.Concat(row.Select((cell, i) => Cell(cell, table.Columns.Count == 0 && i == 0, Head(table, i))))).Append("</tr>\n");
        html.Append("</tbody>\n</table>\n</section>\n");
    }

    /// <summary>Told again in the cell where a narrow screen has no place for the head of the table.</summary>
    private static string Head(PackTable table, int column) => table.Columns.Count > column && table.Columns[column] is "Time" or "Median" or "Size" or "Source" ? $" data-head=\"{Text(table.Columns[column])}\"" : "";

    private static bool IsNumber(PackTable table, int column) => table.Rows.Count > 0 && table.Rows[0][column].Kind == CellKind.Number;

    private static string Cell(PackCell cell, bool isHead, string head)
    {
        if (isHead)
            return $"<th scope=\"row\">{Text(cell.Text)}</th>";
        if (cell.Kind == CellKind.Trend)
            return $"<td>{TrendDrawing.Draw(cell.Trend)}</td>";
        if (cell.Kind == CellKind.Number)
            return $"<td class=\"number\"{(cell.Text.Length > 0 ? head : "")}>{Text(cell.Text)}</td>";
        return $"<td{head}>{Content(cell)}</td>";
    }

    private static string Content(PackCell cell)
    {
        if (cell.Outcome is { } outcome)
        {
            var reason = cell.Text.Length > outcome.Word().Length ? $" <span class=\"why\">{Text(cell.Text[(outcome.Word().Length + 2)..])}</span>" : "";
            return $"<span class=\"word {Class(outcome.Word())}\">{outcome.Word()}</span>{reason}";
        }

        if (cell.Link is { } link && Uri.IsWellFormedUriString(link, UriKind.Relative))
        {
            var (name, why) = cell.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at ? (cell.Text[..at], cell.Text[(at + 2)..]) : (cell.Text, "");
            return $"<a href=\"{Text(link)}\">{Text(name)}</a>{(why.Length > 0 ? $"<span class=\"why\">{Text(why)}</span>" : "")}";
        }

        return cell.Kind == CellKind.Code ? $"<code>{Text(cell.Text)}</code>" : Text(cell.Text);
    }

    private static string Short(Fact<string> fact) => fact.Match(text => text, Absent);

    private static string Absent(Outcome outcome, string reason) => outcome.Word();

    private static string Class(string word) => word.Replace(' ', '-');

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
