using System.Collections;
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>The values of all parameters of this run: read once, checked as a whole, asked for by member.</summary>
internal static class ParameterService
{
    private static readonly Dictionary<(Module, int), object> s_values = [];

    public static ParameterCatalog Catalog { get; private set; }

    public static ParameterSources Sources { get; private set; }

    /// <summary>Reads everything that was given for a build. What is wrong with it goes to <paramref name="problems"/>, all of it.</summary>
    public static void Initialize(Type buildType, CommandLine commandLine, AbsolutePath nukeDirectory, ICollection<string> problems, Action<string> warn)
    {
        s_values.Clear();
        Catalog = new ParameterCatalog(buildType);
        var parsed = new CommandLineParser(Catalog, x => IsTarget(buildType, x), problems).Parse(commandLine.Words);
        var environment = new EnvironmentValues(Environment.GetEnvironmentVariables());
        var withoutFiles = new ParameterSources(parsed, environment, [], nukeDirectory.Parent, _ => { });
        var files = ReadFiles(nukeDirectory, withoutFiles, problems, warn);
        Sources = new ParameterSources(parsed, environment, files, nukeDirectory.Parent, warn);
        foreach (var value in Catalog.Parameters.Where(x => x.IsSecret).SelectMany(Sources.FindAll).SelectMany(x => x.Words))
            Secrets.Add(value);
        foreach (var parameter in Catalog.Parameters.Where(IsConverted))
            Convert(parameter, problems);
    }

    /// <summary>The value given for the parameter that a member declares; null when none was given.</summary>
    public static object GetValue(MemberInfo member) => s_values.GetValueOrDefault(ParameterCatalog.KeyOf(member));

    /// <summary>Gives a value found out later, such as one typed at a prompt.</summary>
    public static void SetValue(Parameter parameter, object value) => s_values[ParameterCatalog.KeyOf(parameter.Member)] = value;

    /// <summary>The first word given for an option on the command line; null when there is none.</summary>
    public static string GetOption(string name) => Sources?.CommandLine.Get(name)?.FirstOrDefault() ?? CommandLine.Current.GetRaw(name)?.FirstOrDefault();

    /// <summary>The words given for a built-in list such as <c>Target</c>; null when it was not given at all.</summary>
    public static IReadOnlyList<string> GetWords(string name) => Sources.Find(Catalog.Find(name))?.Words;

    /// <summary>What is wrong with a value, in a sentence that never shows a secret.</summary>
    public static string DescribeBadValue(Parameter parameter, ParameterValue value)
    {
        var given = value.Words.JoinSpace();
        var shown = parameter.IsSecret ? "the value" : $"'{given}'";
        var suggestion = parameter.IsSecret ? string.Empty : Suggestion.For(given, parameter.GetKnownValues() ?? []);
        return $"Option '{parameter.Option}' must be {parameter.DescribeExpected()}, but {shown} was given {value.Source}.{suggestion}";
    }

    // As the genuine global tool writes it.
    private static bool IsEncrypted(string word) => word.StartsWith("v1:", StringComparison.Ordinal);

    private static bool IsTarget(Type buildType, string word) =>
        word.Split('+').All(part => TargetProperties.GetNames(buildType).Any(part.Replace("-", string.Empty).EqualsOrdinalIgnoreCase));

    // Targets are resolved by the planner, which knows them; the host is resolved before any parameter; an attribute of its own
    // kind, such as [Solution], makes its value itself.
    private static bool IsConverted(Parameter parameter) =>
        parameter.Attribute.GetType() == typeof(ParameterAttribute) && !(parameter.IsBuiltIn && parameter.Name is BuiltInOptions.Target or BuiltInOptions.Skip or BuiltInOptions.Host or BuiltInOptions.Plan or BuiltInOptions.Root);

    private static void Convert(Parameter parameter, ICollection<string> problems)
    {
        if (Sources.Find(parameter) is not { } value)
            return;
        if (parameter.IsSecret && value.IsFromFile && value.Words.Any(IsEncrypted))
        {
            problems.Add($"Option '{parameter.Option}' is encrypted {value.Source}, which only the genuine packages can read. Set environment variable {parameter.EnvironmentVariable} instead.");
            return;
        }
        try
        {
            s_values[ParameterCatalog.KeyOf(parameter.Member)] = ValueConverter.Convert(value.Words, parameter.Type, value.PathBase);
        }
        catch (FormatException)
        {
            problems.Add(DescribeBadValue(parameter, value));
        }
    }

    private static List<ParametersFile> ReadFiles(AbsolutePath nukeDirectory, ParameterSources sources, ICollection<string> problems, Action<string> warn)
    {
        var files = new List<ParametersFile>();
        var profiles = sources.Find(Catalog.Find(BuiltInOptions.Profile))?.Words ?? [];
        foreach (var profile in profiles.Reverse())
        {
            var path = ParametersFile.GetPath(nukeDirectory, profile);
            if (path.FileExists())
                Read(path);
            else
                problems.Add($"Profile '{profile}' has no file '{path}'.{Suggestion.For(profile, ParametersFile.GetProfiles(nukeDirectory))}");
        }
        if (ParametersFile.GetPath(nukeDirectory) is var main && main.FileExists())
            Read(main);
        return files;

        void Read(AbsolutePath path)
        {
            try
            {
                var file = ParametersFile.Read(path);
                files.Add(file);
                foreach (var name in file.Values.Keys.Where(x => x[0] != '$' && Catalog.Distinct.All(y => y.Name != x)))
                    warn($"'{name}' in '{path}' is not a parameter of this build.{Suggestion.For(name, Catalog.Distinct.Select(x => x.Name))}");
            }
            catch (FormatException exception)
            {
                problems.Add(exception.Message);
            }
        }
    }
}
