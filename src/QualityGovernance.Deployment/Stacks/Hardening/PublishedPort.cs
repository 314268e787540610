namespace QualityGovernance.Deployment.Stacks.Hardening;

/// <summary>A port of a container on the host.</summary>
/// <param name="Address">The host's address; empty for all of them.</param>
/// <param name="Port">On the host, as it is written; a variable where only the stack's environment says.</param>
internal sealed record PublishedPort(string Address, string Port);
