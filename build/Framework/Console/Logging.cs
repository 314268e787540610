using Nuke.Common.Utilities;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>The build's log: to the console at the chosen level, to files in full, and the recap at the end.</summary>
public static class Logging
{
    public static readonly LoggingLevelSwitch LevelSwitch = new(LogEventLevel.Debug);

    private static BuildLogSink s_sink;

    public static LogLevel Level
    {
        get => LevelSwitch.MinimumLevel switch
        {
            LogEventLevel.Verbose => LogLevel.Trace,
            LogEventLevel.Debug => LogLevel.Normal,
            LogEventLevel.Information or LogEventLevel.Warning => LogLevel.Warning,
            _ => LogLevel.Error,
        };
        set => LevelSwitch.MinimumLevel = value switch
        {
            LogLevel.Trace => LogEventLevel.Verbose,
            LogLevel.Normal => LogEventLevel.Debug,
            LogLevel.Warning => LogEventLevel.Warning,
            _ => LogEventLevel.Error,
        };
    }

    /// <summary>Warnings and errors so far, with the targets they came from.</summary>
    internal static IReadOnlyList<(LogEventLevel Level, string Target, string Message)> Recap => s_sink?.Recap ?? [];

    public static void Configure(INukeBuild build = null)
    {
        s_sink?.Dispose();
        s_sink = new BuildLogSink(build);
        Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(s_sink).CreateLogger();
    }

    /// <summary>Names the target that what is logged belongs to, until disposed.</summary>
    public static IDisposable SetTarget(string name)
    {
        var previous = BuildLogSink.CurrentTarget;
        BuildLogSink.CurrentTarget = name;
        return DelegateDisposable.CreateBracket(cleanup: () => BuildLogSink.CurrentTarget = previous);
    }

    internal static void Close()
    {
        Log.CloseAndFlush();
        s_sink?.Dispose();
    }
}
