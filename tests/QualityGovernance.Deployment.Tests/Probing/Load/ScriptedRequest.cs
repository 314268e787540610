namespace QualityGovernance.Deployment.Tests.Probing.Load;

/// <param name="Method">As it stood in the first line.</param>
/// <param name="Path">With its query.</param>
/// <param name="Body">All of it.</param>
/// <param name="Connection">Number of the connection that it came on.</param>
internal sealed record ScriptedRequest(string Method, string Path, string Body, int Connection);
