namespace QualityGovernance.Migrations.Running;

/// <summary>The program does not do what was asked; the message says why and what to do.</summary>
internal sealed class RefusedException(string message, Exception? inner = null) : Exception(message, inner);
