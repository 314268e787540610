using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>Sorts the words of the command line into options with their values, and targets.</summary>
internal sealed class CommandLineParser(ParameterCatalog catalog, Predicate<string> isTarget, ICollection<string> problems)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _options = new(StringComparer.Ordinal);
    private readonly List<string> _targets = [];

    public ParsedCommandLine Parse(IReadOnlyList<string> words)
    {
        var position = 0;
        while (position < words.Count)
        {
            var word = words[position++];
            if (word == "--")
            {
                _targets.AddRange(words.Skip(position));
                break;
            }
            if (CommandLine.IsOption(word))
                position = ReadOption(word, words, position);
            else
                _targets.Add(word);
        }
        return new ParsedCommandLine(_options, _targets);
    }

    private int ReadOption(string word, IReadOnlyList<string> words, int position)
    {
        var (option, inlineValue) = CommandLine.Split(word);
        var key = Parameter.ToKey(option);
        var parameter = catalog.Find(option);
        var following = words.Skip(position).TakeWhile(x => !CommandLine.IsOption(x)).ToList();
        if (parameter == null && !BuiltInOptions.Hidden.ContainsKey(key))
        {
            var known = catalog.Distinct.Where(x => x.Attribute.List || !x.IsBuiltIn).Select(x => x.Option);
            problems.Add($"Option '{option}' is not known.{Suggestion.For(option, known)} '--help' lists all options.");
            return position + following.Count;
        }
        var kind = parameter != null ? BuiltInOptions.KindOf(parameter) : BuiltInOptions.Hidden[key];
        if (inlineValue != null)
        {
            _options[key] = SplitList(parameter, [inlineValue]);
            return position;
        }
        var count = CountOwnWords(kind, parameter, following);
        if (count == 0 && kind == OptionKind.Value)
            problems.Add($"Option '{option}' needs a value: write '{option} <value>' or '{option}=<value>'.");
        else
            _options[key] = SplitList(parameter, following.Take(count).ToList());
        // What follows a secret may be the rest of it: it must not turn up in a message about an unknown target.
        var strays = parameter is { IsSecret: true } ? following.Skip(count).TakeWhile(x => !isTarget(x)).Count() : 0;
        if (strays > 0)
            problems.Add($"Option '{option}' takes one value, but is followed by more words: a value with spaces needs quotes.");
        return position + count + strays;
    }

    private static int CountOwnWords(OptionKind kind, Parameter parameter, List<string> following) => kind switch
    {
        _ when following.Count == 0 => 0,
        OptionKind.Switch => bool.TryParse(following[0], out _) ? 1 : 0,
        OptionKind.Keyword => following[0].EqualsAnyOrdinalIgnoreCase(BuiltInOptions.PlanFormats) ? 1 : 0,
        // "--tags a,b Test": a word that is a list by itself ends the list.
        OptionKind.List when parameter?.Separator is { } separator && following[0].Contains(separator) => 1,
        OptionKind.List => following.Count,
        _ => 1,
    };

    private static IReadOnlyList<string> SplitList(Parameter parameter, IReadOnlyList<string> words) =>
        parameter is { IsList: true, Separator: { } separator } && words.Count == 1 ? words[0].Split(separator) : words;
}
