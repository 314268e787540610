using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>
/// Answers the shell: <c>--completion-script bash|pwsh</c> prints the script to load, and that script asks
/// <c>--shell-completion</c> with the words typed so far, the last one being completed.
/// </summary>
internal static class ShellCompletion
{
    /// <summary>The exit code, if the shell was asking; null otherwise.</summary>
    public static int? TryAnswer(Type buildType)
    {
        var words = CommandLine.Current.Words;
        if (words.Count == 0 || !CommandLine.IsOption(words[0]))
            return null;
        var (option, value) = CommandLine.Split(words[0]);
        if (Parameter.ToKey(option) == Parameter.ToKey(BuiltInOptions.CompletionScript))
            return WriteScript(value ?? words.ElementAtOrDefault(1));
        if (Parameter.ToKey(option) != Parameter.ToKey(BuiltInOptions.ShellCompletion))
            return null;
        foreach (var candidate in new CompletionCandidates(buildType).For(words.Skip(1).ToList()))
            BuildConsole.Line(candidate);
        return 0;
    }

    private static int WriteScript(string shell)
    {
        var script = shell?.ToUpperInvariant() switch
        {
            "BASH" => CompletionScripts.Bash,
            "PWSH" or "POWERSHELL" => CompletionScripts.PowerShell,
            _ => throw new BuildUsageException($"Option '--completion-script' must be bash or pwsh, but '{shell}' was given.{Suggestion.For(shell ?? string.Empty, ["bash", "pwsh"])}"),
        };
        BuildConsole.Line(script);
        return 0;
    }
}
