namespace Nuke.Common.Tooling;

/// <summary>Which stream of a process a line came from.</summary>
public enum OutputType
{
    Std,
    Err,
}
