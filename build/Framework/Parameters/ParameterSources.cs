using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>Where values come from, in order of precedence: command line, environment, profiles (the last one first), parameters file.</summary>
internal sealed class ParameterSources(
    ParsedCommandLine commandLine, EnvironmentValues environment, IReadOnlyList<ParametersFile> files, AbsolutePath root, Action<string> warn)
{
    public ParsedCommandLine CommandLine => commandLine;

    /// <summary>The value that counts; null when there is none anywhere.</summary>
    public ParameterValue Find(Parameter parameter) => FindAll(parameter).FirstOrDefault();

    /// <summary>Every value given for a parameter, the one that counts first.</summary>
    public IEnumerable<ParameterValue> FindAll(Parameter parameter)
    {
        if (commandLine.Get(parameter.Name) is { } words)
            yield return new ParameterValue(words, "on the command line", EnvironmentInfo.WorkingDirectory);
        if (parameter is { IsBuiltIn: true, Name: BuiltInOptions.Target } && commandLine.Targets.Count > 0)
            yield return new ParameterValue(commandLine.Targets, "on the command line", EnvironmentInfo.WorkingDirectory);
        if (FindInEnvironment(parameter) is { } fromEnvironment)
            yield return fromEnvironment;
        foreach (var file in files)
        {
            if (file.Values.GetValueOrDefault(parameter.Name) is { } values)
                yield return new ParameterValue(values, $"in '{root.GetRelativePathTo(file.Path)}'", root, IsFromFile: true);
        }
    }

    private ParameterValue FindInEnvironment(Parameter parameter)
    {
        if (environment.FindName(parameter.Name, warn) is not { } variable)
            return null;
        var value = environment.Get(variable);
        if (value.Length == 0 && parameter.Type != typeof(string))
            return null;
        // HOST, ROOT or VERBOSITY in the environment is not necessarily meant for this build.
        if (parameter.IsBuiltIn && !variable.StartsWithOrdinalIgnoreCase("NUKE") && !IsMeaningful(parameter, value))
            return null;
        IReadOnlyList<string> words = parameter is { IsList: true, Separator: { } separator } ? value.Split(separator) : [value];
        return new ParameterValue(words, $"in environment variable {variable}", EnvironmentInfo.WorkingDirectory);
    }

    private static bool IsMeaningful(Parameter parameter, string value) => parameter switch
    {
        { Name: BuiltInOptions.Host } => Host.TypeNames.Any(value.EqualsOrdinalIgnoreCase),
        { ScalarType.IsEnum: true } => parameter.GetKnownValues().Any(value.EqualsOrdinalIgnoreCase),
        { IsSwitch: true } => bool.TryParse(value, out _),
        _ => true,
    };
}
