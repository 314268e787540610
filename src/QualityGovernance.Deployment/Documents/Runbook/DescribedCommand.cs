using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Documents.Runbook;

/// <summary>A command of the build as a document writes it, held against what the build understands.</summary>
internal sealed partial class DescribedCommand
{
    private DescribedCommand(string text) => Typed = $"./build.sh {text}";

    /// <summary>What a reader types.</summary>
    public string Typed { get; }

    public List<DescribedTarget> Targets { get; } = [];

    public List<DescribedOption> Options { get; } = [];

    /// <summary>Sentences without a subject, which is the command.</summary>
    public List<string> Problems { get; } = [];

    /// <param name="text">Targets and options, as they stand behind the program's name.</param>
    /// <param name="build">What there is.</param>
    public static DescribedCommand Read(string text, BuildDescription build)
    {
        var command = new DescribedCommand(text);
        var words = WordPattern().Matches(text).Select(match => match.Value.Trim('"')).ToList();
        var first = words.FindIndex(word => word.StartsWith('-'));
        foreach (var name in first < 0 ? words : words[..first])
            command.Add(name, build.Target(name));
        for (var at = first; at >= 0 && at < words.Count;)
        {
            var values = words.Skip(at + 1).TakeWhile(word => !word.StartsWith('-')).ToList();
            command.Add(words[at], values, build.Option(words[at]));
            at += 1 + values.Count;
        }

        if (command.Targets.Count == 0 && command.Problems.Count == 0 && first != 0)
            command.Problems.Add("names no target");
        command.AddWhatIsMissing();
        return command;
    }

    private void Add(string name, DescribedTarget? target)
    {
        if (target is null)
            Problems.Add($"runs {name}, which is no target of the build");
        else if (string.IsNullOrWhiteSpace(target.Description))
            Problems.Add($"runs {name}, which has no description: give the target one");
        else
            Targets.Add(target);
    }

    private void Add(string typed, List<string> values, DescribedOption? option)
    {
        if (option is null)
            Problems.Add($"has {typed}, which is no option of the build");
        else if (string.IsNullOrWhiteSpace(option.Description))
            Problems.Add($"has {typed}, which has no description: give the parameter one");
        else if (option.IsSwitch && values.Count > 0)
            Problems.Add($"gives {typed} the value {values[0]}, and it takes none");
        else if (!option.IsSwitch && values.Count == 0)
            Problems.Add($"gives {typed} no value");
        else if (!option.IsSwitch && !option.IsList && values.Count > 1)
            Problems.Add($"gives {typed} {values.Count} values, and it takes one");
        else if (option.Values.Count > 0 && values.Find(value => !option.Values.Contains(value, StringComparer.OrdinalIgnoreCase)) is { } wrong)
            Problems.Add($"gives {typed} the value {wrong}, which is none of {string.Join(", ", option.Values)}");
        if (option is not null)
            Options.Add(option);
    }

    private void AddWhatIsMissing()
    {
        foreach (var target in Targets)
        {
            foreach (var missing in target.Required.Where(name => Options.TrueForAll(option => option.Name != name)))
                Problems.Add($"leaves out --{DescribedOption.TypedNameOf(missing)}, without which {target.Name} refuses to run");
        }
    }

    /// <summary>A word, or several between quotation marks.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.None, 1000)]
    private static partial Regex WordPattern();
}
