using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>What can follow the words typed so far. Nothing of the build itself is run for it.</summary>
internal sealed class CompletionCandidates(Type buildType)
{
    private readonly ParameterCatalog _catalog = new(buildType);

    /// <param name="words">The words typed; the last one, possibly empty, is being completed.</param>
    public IEnumerable<string> For(IReadOnlyList<string> words)
    {
        var current = words.Count == 0 ? string.Empty : words[^1];
        var before = words.SkipLast(1).ToList();
        var candidates = CommandLine.IsOption(current) || current is "-" or "--"
            ? current.Contains('=') ? ForInlineValue(current) : ForOption(before)
            : ForValue(before);
        return candidates.Where(x => x.StartsWithOrdinalIgnoreCase(current)).Order(StringComparer.OrdinalIgnoreCase);
    }

    private IEnumerable<string> ForOption(List<string> before)
    {
        var used = before.Where(CommandLine.IsOption).Select(x => Parameter.ToKey(CommandLine.Split(x).Name)).ToHashSet(StringComparer.Ordinal);
        return _catalog.Distinct.Where(x => x.Attribute.List && !used.Contains(x.Key)).Select(x => x.Option);
    }

    private IEnumerable<string> ForInlineValue(string current)
    {
        var (option, _) = CommandLine.Split(current);
        return GetValues(_catalog.Find(option)).Select(x => $"{option}={x}");
    }

    private IEnumerable<string> ForValue(List<string> before)
    {
        var option = before.FindLastIndex(CommandLine.IsOption);
        if (option < 0 || before[option].Contains('='))
            return Targets(before);
        var parameter = _catalog.Find(before[option]);
        var given = before.Count - option - 1;
        var kind = parameter == null ? OptionKind.Switch : BuiltInOptions.KindOf(parameter);
        return kind switch
        {
            OptionKind.List => GetValues(parameter).Except(before.Skip(option + 1), StringComparer.OrdinalIgnoreCase),
            OptionKind.Value or OptionKind.OptionalValue when given == 0 => GetValues(parameter),
            OptionKind.Keyword when given == 0 => Enumerable.Concat(BuiltInOptions.PlanFormats, Targets(before)),
            _ => Targets(before),
        };
    }

    private IEnumerable<string> Targets(List<string> before) =>
        TargetProperties.GetNames(buildType).Except(before, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> GetValues(Parameter parameter) => parameter switch
    {
        null => [],
        { IsBuiltIn: true, Name: BuiltInOptions.Target or BuiltInOptions.Skip } => TargetProperties.GetNames(buildType),
        { IsBuiltIn: true, Name: BuiltInOptions.Host } => Host.TypeNames,
        { IsBuiltIn: true, Name: BuiltInOptions.Profile } => ParametersFile.GetProfiles(BuildPaths.Nuke),
        { IsSwitch: true } => ["true", "false"],
        _ => parameter.GetKnownValues() ?? [],
    };
}
