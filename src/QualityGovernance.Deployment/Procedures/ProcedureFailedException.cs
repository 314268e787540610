namespace QualityGovernance.Deployment.Procedures;

/// <summary>A procedure failed. The console has been told everything; this only stops the caller.</summary>
public sealed class ProcedureFailedException(string reason) : DeploymentException(reason);
