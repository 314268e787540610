namespace Nuke.Common.Execution;

/// <summary>A target has failed and been reported; it unwinds the run.</summary>
internal sealed class TargetExecutionException(string targetName, Exception inner) : Exception($"Target '{targetName}' has thrown an exception.", inner);
