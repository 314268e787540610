using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Prints the settings table: for a terminal, for a program, for the documentation.</summary>
public static class SettingsDescription
{
    private const int RuleWidth = 72;
    private const int DefaultWidth = 32;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string AsText()
    {
        var nameWidth = SettingsTable.All.Max(setting => (setting.VaultName ?? setting.Name).Length);
        var text = new StringBuilder();
        Row(["Variable"], ["Default"], ["Rule"]);
        foreach (var setting in SettingsTable.All)
        {
            string[] names = setting.HoldsSecret ? [setting.Name, setting.FileName!, setting.VaultName!] : [setting.Name];
            Row(names, Wrap(setting.Default, DefaultWidth), Wrap(setting.Rule, RuleWidth));
        }

        return text.ToString();

        void Row(IReadOnlyList<string> names, IReadOnlyList<string> defaults, IReadOnlyList<string> rules)
        {
            for (var line = 0; line < Math.Max(names.Count, Math.Max(defaults.Count, rules.Count)); line++)
            {
                var row = $"{At(names, line).PadRight(nameWidth)}  {At(defaults, line).PadRight(DefaultWidth)}  {At(rules, line)}";
                text.Append(row.TrimEnd()).Append('\n');
            }
        }
    }

    public static string AsJson() => JsonSerializer.Serialize(
        SettingsTable.All.Select(setting => new { setting.Name, setting.Default, setting.Rule, setting.HoldsSecret, File = setting.FileName, Vault = setting.VaultName }),
        Indented) + "\n";

    public static string AsMarkdown()
    {
        var text = new StringBuilder("| Variable | Default | Rule |\n|---|---|---|\n");
        foreach (var setting in SettingsTable.All)
        {
            var name = setting.HoldsSecret ? $"`{setting.Name}`, `{setting.FileName}` or `{setting.VaultName}`" : $"`{setting.Name}`";
            text.Append("| ").Append(name).Append(" | ").Append(Cell(setting.Default)).Append(" | ").Append(Cell(setting.Rule)).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>An asterisk or a bar means something to Markdown.</summary>
    private static string Cell(string text) => text.Replace("|", "\\|").Replace("*", "\\*");

    private static string At(IReadOnlyList<string> lines, int index) => index < lines.Count ? lines[index] : "";

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }
}
