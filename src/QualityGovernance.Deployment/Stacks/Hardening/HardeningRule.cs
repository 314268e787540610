namespace QualityGovernance.Deployment.Stacks.Hardening;

/// <summary>One demand on every container. The same question is asked of what a file describes and of what an engine runs.</summary>
/// <param name="Id">The number of the item of the CIS Docker Benchmark 1.6.0, or a name of this house.</param>
/// <param name="Title">What is demanded.</param>
/// <param name="Broken">What breaks it, in words behind the container's name; nothing where it is kept. Never a value that may be secret.</param>
internal sealed record HardeningRule(string Id, string Title, Func<ContainerSetup, IEnumerable<string>> Broken);
