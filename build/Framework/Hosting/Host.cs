using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>What the build runs on: a terminal or a build server. It decides how blocks, warnings and errors are shown.</summary>
public abstract class Host
{
    private static readonly Dictionary<string, Func<Host>> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(CI.GitHubActions.GitHubActions)] = () => new CI.GitHubActions.GitHubActions(),
        [nameof(Terminal)] = () => new Terminal(),
    };

    private static Host s_current;

    /// <summary>The host of this run; null only where nothing has decided it yet and nothing may.</summary>
    public static Host Instance => Current;

    internal static IEnumerable<string> TypeNames => s_types.Keys;

    internal static Host Current
    {
        get => s_current ??= Detect();
        set => s_current = value;
    }

    /// <summary>The problem with the host that was asked for; null when there is none.</summary>
    internal static string FindProblem() =>
        GetRequested() is { } name && !s_types.ContainsKey(name)
            ? $"Option '--host' must be one of {TypeNames.JoinCommaOr()}, but '{name}' was given.{Suggestion.For(name, TypeNames)}"
            : null;

    protected internal virtual IDisposable WriteBlock(string text)
    {
        WriteBlank();
        BuildConsole.Line(Tone.Dim, "╬" + '═'.Repeat(text.Length + 5));
        BuildConsole.Line($"{BuildConsole.Colour(Tone.Dim, "║")} {BuildConsole.Colour(Tone.Information, text)}");
        BuildConsole.Line(Tone.Dim, "╬" + '═'.Repeat(Math.Max(text.Length - 4, 2)));
        WriteBlank();
        return DelegateDisposable.CreateBracket();
    }

    protected internal virtual void ReportWarning(string text, string details = null)
    {
    }

    protected internal virtual void ReportError(string text, string details = null)
    {
    }

    /// <summary>Tells the host of a value that its own log must not show.</summary>
    protected internal virtual void ReportSecret(string value)
    {
    }

    /// <summary>Whether the host has taken the message as a command of its own.</summary>
    protected internal virtual bool FilterMessage(string message) => false;

    protected internal virtual void WriteErrorsAndWarnings()
    {
        if (Logging.Recap.Count == 0)
            return;
        using (WriteBlock("Errors & Warnings"))
        {
            foreach (var (level, target, message) in Logging.Recap)
                BuildConsole.Line(BuildLogSink.ToneOf(level), $"[{BuildLogSink.TagOf(level)}] {target}{(target.Length > 0 ? ": " : string.Empty)}{message}");
        }
    }

    protected internal virtual void WriteTargetOutcome(INukeBuild build) => OutcomeTable.Write(build.ExecutionPlan);

    protected internal virtual void WriteBuildOutcome(INukeBuild build)
    {
        WriteBlank();
        var now = TimeProvider.System.GetLocalNow().DateTime;
        if (build.IsSucceeding)
            BuildConsole.Line(Tone.Success, $"Build succeeded on {now}. ＼（＾ᴗ＾）／");
        else
            BuildConsole.Line(Tone.Error, $"Build failed on {now}. (╯°□°）╯︵ ┻━┻");
    }

    // A blank line holds one zero-width space: some build servers drop empty lines.
    internal static void WriteBlank() => BuildConsole.Line("\u200b");

    private static Host Detect() =>
        GetRequested() is { } name && s_types.TryGetValue(name, out var create) ? create()
        : EnvironmentInfo.HasVariable("GITHUB_ACTIONS", allowEmpty: false) ? s_types[nameof(CI.GitHubActions.GitHubActions)]()
        : new Terminal();

    // HOST is set by some shells to the machine's name: only the name of a host counts there.
    private static string GetRequested() =>
        CommandLine.Current.GetRaw(BuiltInOptions.Host)?.FirstOrDefault()
        ?? EnvironmentInfo.GetVariable("NUKE_HOST").ToNullIfEmpty()
        ?? (EnvironmentInfo.GetVariable("HOST") is { } host && s_types.ContainsKey(host) ? host : null);
}
