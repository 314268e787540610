namespace QualityGovernance.Deployment.Engine;

/// <summary>Provisioning would not be right here, or could not work; nothing was touched.</summary>
public sealed class ProvisioningRefusedException(string message, string? nextCommand = null) : DeploymentException(message, nextCommand);
