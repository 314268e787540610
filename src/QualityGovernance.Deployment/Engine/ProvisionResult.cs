namespace QualityGovernance.Deployment.Engine;

/// <summary>What provisioning did, and the engine that answers now.</summary>
/// <param name="Done">One line for each change to the machine; empty when there was nothing to do.</param>
/// <param name="Facts">Who answers.</param>
public sealed record ProvisionResult(IReadOnlyList<string> Done, EngineFacts Facts);
