using System.Text;
using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Documents.Runbook;

/// <summary>
/// Makes the runbook out of what people wrote and what the build says of itself. What it tells people to type, and what it quotes, exists, or it is not made.
/// <para><c>{{command Deploy --environment staging --tag v1.0.0}}</c>: a line to type, or within a sentence a command.</para>
/// <para><c>{{shell openssl rand -base64 48}}</c>: the same for a program that is not the build.</para>
/// <para><c>{{target Deploy}}</c>, <c>{{option --retain}}</c>: what the build says of it.</para>
/// <para><c>{{symptom The lease … cannot be read}}</c>: a message of the product, with gaps.</para>
/// <para><c>{{reference}}</c>, <c>{{settings}}</c>: the tables of what was used so far, and of the service's settings.</para>
/// </summary>
/// <param name="build">What there is to type.</param>
/// <param name="sentences">What there is to quote.</param>
/// <param name="settings">The table of settings, as the service prints it.</param>
public sealed partial class RunbookRenderer(BuildDescription build, ProductSentences sentences, string settings)
{
    private readonly List<string> problems = [];
    private readonly SortedDictionary<string, string> targets = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> options = new(StringComparer.Ordinal);

    /// <exception cref="DeploymentException">Something in the fragments does not exist: it says all of it, with fragment and line.</exception>
    public string Render(IReadOnlyList<Fragment> fragments)
    {
        ArgumentNullException.ThrowIfNull(fragments);
        problems.Clear();
        targets.Clear();
        options.Clear();
        var text = new StringBuilder();
        foreach (var fragment in fragments)
        {
            if (text.Length > 0)
                text.Append('\n');
            foreach (var (number, line) in fragment.Text.TrimEnd().Split('\n').Index())
                text.Append(Line(line.TrimEnd(), $"{fragment.Name}, line {number + 1}")).Append('\n');
        }

        return problems.Count == 0
            ? text.ToString()
            : throw new DeploymentException(string.Join('\n', problems.Prepend("The fragments of the runbook speak of what is not so:")), "./build.sh --help");
    }

    private string Line(string line, string where)
    {
        var byHand = PlaceholderPattern().Replace(line, "");
        if (byHand.Contains("build.sh", StringComparison.Ordinal) || byHand.Contains("```", StringComparison.Ordinal) || (byHand.StartsWith("    ", StringComparison.Ordinal) && byHand.Trim().Length > 0 && !byHand.TrimStart().StartsWith('#')))
            problems.Add($"{where} has a command that was typed by hand, so that nobody would notice when it is gone: write {{{{command ...}}}} or {{{{shell ...}}}}.");
        var alone = line.StartsWith("{{", StringComparison.Ordinal) && (byHand.Trim().Length == 0 || byHand.TrimStart().StartsWith('#'));
        return PlaceholderPattern().Replace(line, match => Placeholder(match.Groups["kind"].Value, match.Groups["text"].Value.Trim(), alone, where));
    }

    private string Placeholder(string kind, string text, bool alone, string where) => kind switch
    {
        "command" => Written(Command(text, where), alone),
        "shell" => Written(text, alone),
        "target" => Target(text, where),
        "option" => Option(text, where),
        "symptom" => Symptom(text, where),
        "reference" => $"{Table("Target", "Does", targets)}\n{Table("Option", "Means", options)}".TrimEnd(),
        "settings" => settings.TrimEnd(),
        _ => Problem($"{where} has the placeholder {kind}, which there is not.", text),
    };

    private static string Written(string command, bool alone) => alone ? $"    {command}" : $"`{command}`";

    private string Command(string text, string where)
    {
        var command = DescribedCommand.Read(text, build);
        problems.AddRange(command.Problems.Select(problem => $"{where}: '{command.Typed}' {problem}."));
        foreach (var target in command.Targets)
            targets[target.Name] = target.Description!;
        foreach (var option in command.Options)
            options[option.Typed] = option.Description ?? "";
        return command.Typed;
    }

    private string Target(string name, string where)
    {
        if (build.Target(name) is not { Description: { Length: > 0 } description })
            return Problem($"{where} asks what {name} does, and the build has no target with a description of that name.", name);
        targets[name] = description;
        return Sentence(description);
    }

    private string Option(string typed, string where)
    {
        if (build.Option(typed) is not { Description: { Length: > 0 } description })
            return Problem($"{where} asks what {typed} means, and the build has no option with a description of that name.", typed);
        options[typed] = description;
        return Sentence(TargetsPattern().Replace(description, ""));
    }

    private string Symptom(string text, string where)
    {
        if (!sentences.Contain(text))
            problems.Add($"{where} quotes \"{text}\", which nothing in the sources says.");
        return $"**{text}**";
    }

    private string Problem(string problem, string text)
    {
        problems.Add(problem);
        return text;
    }

    private static string Sentence(string description) => description.EndsWith('.') ? description : description + ".";

    private static string Table(string first, string second, SortedDictionary<string, string> rows) =>
        $"| {first} | {second} |\n|---|---|\n{string.Concat(rows.Select(row => $"| `{row.Key}` | {row.Value.Replace("|", "\\|", StringComparison.Ordinal)} |\n"))}";

    /// <summary>The targets that an option is for, where its description begins with them.</summary>
    [GeneratedRegex(@"^[A-Z]\w+(, [A-Z]\w+)*: ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TargetsPattern();

    [GeneratedRegex(@"\{\{(?<kind>\w+)(?<text>[^}]*)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlaceholderPattern();
}
