using QualityGovernance.Deployment.Runs;
using Serilog;
using Serilog.Events;

/// <summary>Hands the lines of the deployment library to the build's logger. A line is data, never a template.</summary>
sealed class SerilogRunConsole : IRunConsole
{
    public static readonly SerilogRunConsole Instance = new();

    public void Line(RunLevel level, string text) => Log.Write(EventLevel(level), "{Line:l}", text);

    static LogEventLevel EventLevel(RunLevel level) => level switch
    {
        RunLevel.Detail => LogEventLevel.Debug,
        RunLevel.Warning => LogEventLevel.Warning,
        RunLevel.Error => LogEventLevel.Error,
        _ => LogEventLevel.Information,
    };
}
