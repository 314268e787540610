using System.Text.RegularExpressions;

namespace Build.Tests.Documents;

/// <summary>The commands that a document tells people to type: lines of their own, and quotations within sentences.</summary>
public static partial class RunbookDocument
{
    private const string Program = "./build.sh";

    /// <summary>Of the build, without the program's name; each once.</summary>
    public static IReadOnlyList<string> CommandsIn(string text) =>
        [.. Typed(text).Where(one => one.StartsWith(Program, StringComparison.Ordinal)).Select(one => one[Program.Length..].Trim()).Distinct()];

    /// <summary>Of other programs; lines to type alone, since a quotation may be of anything.</summary>
    public static IReadOnlyList<string> ShellLinesIn(string text) =>
        [.. LinePattern().Matches(text).Select(match => match.Groups["text"].Value.TrimEnd()).Where(line => !line.StartsWith(Program, StringComparison.Ordinal)).Distinct()];

    /// <summary>How often the program is named, however it is written.</summary>
    public static int MentionsIn(string text) => text.Split("build.sh").Length - 1;

    /// <summary>How many of these are commands that were found.</summary>
    public static int FoundIn(string text) => Typed(text).Count(one => one.StartsWith(Program, StringComparison.Ordinal));

    /// <summary>As a shell splits it.</summary>
    public static string[] Words(string command) => [.. WordPattern().Matches(command).Select(match => match.Value.Trim('"'))];

    private static IEnumerable<string> Typed(string text) =>
        LinePattern().Matches(text).Select(match => match.Groups["text"].Value.TrimEnd()).Concat(QuotationPattern().Matches(text).Select(match => match.Groups["text"].Value));

    [GeneratedRegex("^    (?<text>\\S.*)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex LinePattern();

    [GeneratedRegex("`(?<text>[^`\n]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotationPattern();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.None, 1000)]
    private static partial Regex WordPattern();
}
