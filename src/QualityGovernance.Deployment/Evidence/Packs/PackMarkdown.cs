using System.Text;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>A pack as Markdown.</summary>
public static class PackMarkdown
{
    public static string Render(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var text = new StringBuilder();
        text.Append($"# {Text(pack.FirstLine)}\n\n");
        text.Append($"{pack.Started:yyyy-MM-dd HH:mm:ss} to {pack.Ended:HH:mm:ss} UTC, {RunReport.Seconds(pack.Ended - pack.Started)}. ");
        text.Append($"{Counted.Of(pack.Record.Receipts.Count, "receipt")}; the last has the hash `{pack.ChainHash}`.\n");
        if (pack.Verdict.Reasons.Count > 0)
            text.Append('\n');
        foreach (var reason in pack.Verdict.Reasons)
            text.Append($"- {Text(reason)}\n");
        foreach (var table in PackTables.Of(pack))
            Table(text, table);
        text.Append($"\n`sha256sum -c {PackFolder.SumsName}` in this folder verifies it; `./build.sh VerifyRun --run {pack.Record.Run.Id}` verifies the receipts.\n");
        return text.ToString();
    }

    private static void Table(StringBuilder text, PackTable table)
    {
        text.Append($"\n## {Text(table.Title)}\n\n");
        if (table.Note.Length > 0)
            text.Append($"{Text(table.Note)}\n\n");
        IReadOnlyList<string> columns = table.Columns.Count > 0 ? table.Columns : ["", ""];
        text.Append($"| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");
        foreach (var row in table.Rows)
            text.Append($"| {string.Join(" | ", row.Select(Cell))} |\n");
    }

    private static string Cell(PackCell cell) => cell.Link is { } link && Uri.IsWellFormedUriString(link, UriKind.Relative) ? $"[{Text(cell.Text)}]({link})" : Text(cell.Text);

    private static string Text(string value) => MarkdownReport.Text(value);
}
