using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Rehearsal.Containers;

/// <summary>Takes out of what "compose run" printed everything that compose itself said, so that the last words are those of the program.</summary>
internal static partial class ProgramOutput
{
    public static CommandResult Of(CommandResult result) => result with { Output = Cleaned(result.Output, result.ExitCode), Error = Cleaned(result.Error, result.ExitCode) };

    private static string Cleaned(string text, int exitCode)
    {
        var lines = text.Split('\n').Where(line => !ComposeSaid().IsMatch(line)).ToList();

        // Version 1 ends with the exit code of a program that failed, on a line of its own.
        if (exitCode != 0 && lines.Count > 0 && lines[^1].Trim() == exitCode.ToString())
            lines.RemoveAt(lines.Count - 1);
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^\s*((Creating|Starting|Recreating) \S+ *\.\.\.|(Container|Network|Volume) \S+ +(Creating|Created|Starting|Started|Running|Recreate|Recreated)\s*$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ComposeSaid();
}
