using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>Answers <c>--help</c>: all targets and options, or what there is to know about the targets named.</summary>
internal sealed class HelpText(NukeBuild build, IReadOnlyList<ExecutableTarget> targets)
{
    private const int DescriptionWidth = 80;

    public void Write(IReadOnlyList<ExecutableTarget> named)
    {
        if (named.Count > 0)
        {
            named.ForEach(x => new TargetHelp(build, x, targets).Write());
            return;
        }
        BuildConsole.Line("Usage: build [targets] [options]          --help <target> explains one target");
        WriteTargets();
        WriteParameters("Parameters", ParameterService.Catalog.Distinct.Where(x => !x.IsBuiltIn && x.Attribute.List));
        WriteParameters("Options of the build engine", ParameterService.Catalog.Distinct.Where(x => x.IsBuiltIn && x.Attribute.List));
        BuildConsole.Line();
        BuildConsole.Line("A value follows its option or an equals sign: --x value, --x=value. It may also come from an");
        BuildConsole.Line("environment variable (--api-token: API_TOKEN), a profile, or .nuke/parameters.json, in this order.");
    }

    /// <summary>One option with its description, wrapped.</summary>
    internal static void WriteParameter(NukeBuild build, Parameter parameter, int width, IReadOnlyList<ExecutableTarget> targets)
    {
        var lines = Wrap(Describe(build, parameter, targets), DescriptionWidth).ToList();
        BuildConsole.Line($"  {BuildConsole.Colour(Tone.Information, parameter.Option)}{new string(' ', width - parameter.Option.Length)}   {lines[0]}".TrimEnd());
        foreach (var line in lines.Skip(1))
            BuildConsole.Line($"  {new string(' ', width)}   {line}");
    }

    private void WriteTargets()
    {
        var listed = targets.Where(x => x.Listed).ToList();
        // A component with one target needs no heading of its own.
        var groups = listed
            .GroupBy(x => x.Member.DeclaringType.IsInterface && listed.Count(y => y.Member.DeclaringType == x.Member.DeclaringType) > 1 ? x.Member.DeclaringType : null)
            .OrderBy(x => x.Key == null ? 0 : 1);
        var width = listed.Count == 0 ? 0 : listed.Max(x => Title(x).Length);
        foreach (var group in groups)
        {
            WriteHeading(group.Key == null ? "Targets (-> what runs before)" : $"Targets: {ComponentTitle(group.Key)}");
            foreach (var target in group)
            {
                var dependencies = target.ExecutionDependencies.Count == 0 ? string.Empty : $" -> {target.ExecutionDependencies.Select(x => x.Name).JoinCommaSpace()}";
                var title = Title(target);
                BuildConsole.Line($"  {BuildConsole.Colour(Tone.Information, title)}{new string(' ', width - title.Length)}  {BuildConsole.Colour(Tone.Dim, dependencies)}".TrimEnd());
                if (target.Description != null)
                    BuildConsole.Line($"    {target.Description}");
            }
        }
    }

    private void WriteParameters(string heading, IEnumerable<Parameter> parameters)
    {
        var list = parameters.ToList();
        if (list.Count == 0)
            return;
        WriteHeading(heading);
        foreach (var parameter in list)
            WriteParameter(build, parameter, list.Max(x => x.Option.Length), targets);
    }

    private static string Describe(NukeBuild build, Parameter parameter, IReadOnlyList<ExecutableTarget> targets)
    {
        var defaults = targets.Where(x => x.IsDefault).Select(x => x.Name).JoinCommaAnd();
        var parts = new List<string> { (parameter.Description ?? parameter.Name).Replace("{default_target}", defaults) + "." };
        if (parameter.IsSecret)
            parts.Add("Secret.");
        if (parameter is { IsBuiltIn: false } && parameter.GetKnownValues() is { } values)
            parts.Add($"One of {values.JoinCommaOr()}.");
        if (parameter is { IsBuiltIn: false, IsList: true })
            parts.Add(parameter.Separator is { } separator ? $"A list, separated by '{separator}' or spaces." : "A list, separated by spaces.");
        if (GetDefault(build, parameter) is { } value)
            parts.Add($"Default: {value}.");
        return parts.JoinSpace();
    }

    // What the field was initialised with. A property may compute anything, so only fields are read.
    private static string GetDefault(NukeBuild build, Parameter parameter) =>
        parameter.IsSecret || parameter.IsBuiltIn || parameter.IsSwitch || parameter.IsList || parameter.Member is not System.Reflection.FieldInfo field
            ? null
            : field.GetValue(build)?.ToString().ToNullIfEmpty();

    private static void WriteHeading(string text)
    {
        BuildConsole.Line();
        BuildConsole.Line($"{text}:");
        BuildConsole.Line();
    }

    private static string Title(ExecutableTarget target) => target.IsDefault ? $"{target.Name} (default)" : target.Name;

    // IResetDrill: "Reset Drill"; IHasSandbox: "Sandbox".
    private static string ComponentTitle(Type component) =>
        component.Name.TrimStart("I").TrimStart("Has").TrimStart("Haz").SplitCamelHumpsWithKnownWords().JoinSpace();

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = string.Empty;
        foreach (var word in text.SplitSpace())
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = string.Empty;
            }
            line += (line.Length > 0 ? " " : string.Empty) + word;
        }
        yield return line;
    }
}
