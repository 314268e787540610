using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Workflows;

/// <summary>What every workflow has to keep to, read out of its text: also of one that was written by hand.</summary>
public static partial class WorkflowRules
{
    /// <summary>All that a job may be given beside reading the sources. Both are what an attestation of origin needs.</summary>
    private static readonly string[] Grantable = ["attestations", "id-token"];

    /// <summary>One sentence per problem, with the number of its line.</summary>
    public static IReadOnlyList<string> Problems(string text, BuildVocabulary build)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(build);
        var lines = text.Split('\n');
        var problems = lines.Index().SelectMany(line => OfLine(line.Item, build).Concat(Granted(lines, line.Index)).Select(problem => $"line {line.Index + 1}: {problem}.")).ToList();
        if (!HasReadOnlyDefault(lines)) problems.Insert(0, "there is no top-level 'permissions:' with 'contents: read' alone, which every job starts from.");
        return problems;
    }

    private static IEnumerable<string> OfLine(string line, BuildVocabulary build)
    {
        if (KeyPattern().Match(line) is not { Success: true } match) return [];
        var value = Unquoted(match.Groups["value"].Value.Trim());
        return match.Groups["key"].Value switch
        {
            "uses" when !PinPattern().IsMatch(value) => [$"the action {value} is not pinned by the commit of a release: write owner/name@<40 digits> # v<version>"],
            "run" => [.. OfCommand(value, build)],
            "permissions" when value.Length > 0 => [$"'permissions: {value}' grants more than is said: list each permission"],
            "pull_request_target" => ["pull_request_target runs with the repository's secrets what a stranger wrote"],
            _ => [],
        };
    }

    private static IEnumerable<string> OfCommand(string command, BuildVocabulary build)
    {
        if (command.Contains("${{", StringComparison.Ordinal)) yield return $"'{command}' takes a value from outside into the command itself: pass it as a variable";
        if (build.ProblemWith(command) is { } problem) yield return problem;
    }

    private static IEnumerable<string> Granted(string[] lines, int index)
    {
        if (GrantPattern().Match(lines[index]) is not { Success: true } grant || Grantable.Contains(grant.Groups["scope"].Value) || !IsPermission(lines, index)) return [];
        return [$"'{lines[index].Trim()}' is more than any job here needs"];
    }

    /// <summary>Whether the nearest line above that stands further out is <c>permissions:</c>.</summary>
    private static bool IsPermission(string[] lines, int index)
    {
        var parent = lines.Take(index).LastOrDefault(line => line.Trim().Length > 0 && Indent(line) < Indent(lines[index]));
        return parent?.Trim() == "permissions:";
    }

    private static bool HasReadOnlyDefault(string[] lines)
    {
        var granted = lines.SkipWhile(line => line.TrimEnd() != "permissions:").Skip(1).TakeWhile(line => line.StartsWith(' ')).Select(line => line.Trim()).ToList();
        return granted is ["contents: read"];
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static string Unquoted(string value) => value is ['\'', .., '\''] ? value[1..^1].Replace("''", "'", StringComparison.Ordinal) : value;

    [GeneratedRegex(@"^\s*(-\s+)?[""']?(?<key>uses|run|permissions|pull_request_target)[""']?\s*:(?<value>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PinPattern();

    [GeneratedRegex(@"^\s+[""']?(?<scope>[a-z-]+)[""']?:\s*[""']?write[""']?\s*(#.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GrantPattern();
}
