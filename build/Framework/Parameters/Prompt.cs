using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Asks for a value at a terminal. A secret is not echoed.</summary>
internal static class Prompt
{
    /// <summary>Whether somebody can answer: input and output are a terminal, and this is not a build server.</summary>
    public static bool IsPossible => NukeBuild.IsLocalBuild && !Console.IsInputRedirected && !BuildConsole.IsRedirected;

    /// <summary>Asks until the answer fits; null when the answer is empty or the input ends.</summary>
    public static object For(Parameter parameter)
    {
        var choices = parameter.GetKnownValues();
        while (true)
        {
            var question = $"{parameter.Description ?? parameter.Name}{(choices == null ? string.Empty : $" ({choices.JoinSlash()})")}: ";
            var answer = parameter.IsSecret ? HiddenInput.ReadLine(question) : ReadLine(question);
            if (string.IsNullOrWhiteSpace(answer))
                return null;
            var words = parameter is { IsList: true, Separator: { } separator } ? answer.Split(separator) : [answer];
            var value = new ParameterValue(words, "here", EnvironmentInfo.WorkingDirectory);
            try
            {
                return ValueConverter.Convert(value.Words, parameter.Type, value.PathBase);
            }
            catch (FormatException)
            {
                BuildConsole.Line(Tone.Warning, ParameterService.DescribeBadValue(parameter, value));
            }
        }
    }

    private static string ReadLine(string question)
    {
        BuildConsole.Write(question);
        return Console.ReadLine();
    }
}
