using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Nuke.Common.Execution;

/// <summary>Takes every log entry: shows it, keeps it for the recap, tells the host of warnings and errors, writes it to the log files.</summary>
internal sealed class BuildLogSink : ILogEventSink, IDisposable
{
    // "l": text is shown as it is, without quotes.
    private static readonly MessageTemplateTextFormatter s_message = new("{Message:l}");

    private readonly Lock _lock = new();
    private readonly List<(LogEventLevel, string, string)> _recap = [];
    private readonly Host _host;
    private readonly LogFiles _files;
    private readonly bool _withTime;

    public BuildLogSink(INukeBuild build)
    {
        _host = build?.Host;
        _withTime = build is not NukeBuild nukeBuild || nukeBuild.IsOutputEnabled(DefaultOutput.Timestamps);
        _files = build is { IsLocalBuild: true } ? LogFiles.Open(build.TemporaryDirectory) : null;
    }

    /// <summary>The running target; a target's own threads log under its name too.</summary>
    public static string CurrentTarget { get; set; } = string.Empty;

    public IReadOnlyList<(LogEventLevel Level, string Target, string Message)> Recap
    {
        get
        {
            lock (_lock)
                return [.. _recap];
        }
    }

    public void Emit(LogEvent logEvent)
    {
        using var writer = new StringWriter();
        s_message.Format(logEvent, writer);
        var message = writer.ToString();
        lock (_lock)
        {
            if (_host?.FilterMessage(message) == true)
                return;
            if (logEvent.Level >= Logging.LevelSwitch.MinimumLevel)
                Show(logEvent, message);
            if (logEvent.Level >= LogEventLevel.Warning)
                Keep(logEvent, message);
            _files?.Write(logEvent, CurrentTarget, message);
        }
    }

    public static string TagOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => "VRB",
        LogEventLevel.Debug => "DBG",
        LogEventLevel.Information => "INF",
        LogEventLevel.Warning => "WRN",
        LogEventLevel.Error => "ERR",
        _ => "FTL",
    };

    public static Tone ToneOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose or LogEventLevel.Debug => Tone.Dim,
        LogEventLevel.Information => Tone.Information,
        LogEventLevel.Warning => Tone.Warning,
        _ => Tone.Error,
    };

    public void Dispose() => _files?.Dispose();

    private void Show(LogEvent logEvent, string message)
    {
        var tone = ToneOf(logEvent.Level);
        var time = _withTime ? BuildConsole.Colour(Tone.Dim, logEvent.Timestamp.ToString("HH:mm:ss")) + " " : string.Empty;
        var text = tone == Tone.Information ? message : BuildConsole.Colour(tone, message);
        BuildConsole.Line($"{time}{BuildConsole.Colour(tone, $"[{TagOf(logEvent.Level)}]")} {text}");
        if (logEvent.Exception != null)
            BuildConsole.Line(tone, logEvent.Exception.ToString());
    }

    private void Keep(LogEvent logEvent, string message)
    {
        if (message.Length > 0)
            _recap.Add((logEvent.Level, CurrentTarget, message));
        if (logEvent.Level == LogEventLevel.Warning)
            _host?.ReportWarning(message, logEvent.Exception?.ToString());
        else
            _host?.ReportError(message, logEvent.Exception?.ToString());
    }
}
