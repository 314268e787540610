namespace Nuke.Common;

/// <summary>How much of the log is shown. Headers, the summary and the recap of warnings and errors are always shown.</summary>
public enum Verbosity
{
    Verbose,
    Normal,
    Minimal,
    Quiet,
}
