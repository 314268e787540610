using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Lines of a tool's output that match are logged at this level.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class LogLevelPattern(LogEventLevel level, string pattern) : Attribute
{
    public LogEventLevel Level { get; } = level;

    public string Pattern { get; } = pattern;
}
