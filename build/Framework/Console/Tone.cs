namespace Nuke.Common.Execution;

/// <summary>What a line means; on a terminal it decides the colour.</summary>
internal enum Tone
{
    Plain,
    Dim,
    Information,
    Success,
    Warning,
    Error,
}
