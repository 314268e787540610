namespace Nuke.Common.Execution;

/// <summary>A terminal, or anything else that is not a build server.</summary>
public class Terminal : Host;
