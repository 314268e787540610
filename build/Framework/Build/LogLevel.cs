namespace Nuke.Common;

/// <summary>The lowest level that is shown.</summary>
public enum LogLevel
{
    Trace,
    Normal,
    Warning,
    Error,
}
