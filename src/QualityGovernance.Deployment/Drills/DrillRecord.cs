namespace QualityGovernance.Deployment.Drills;

/// <summary>One drill in the history.</summary>
/// <param name="At">When it ended, in UTC.</param>
/// <param name="Run">The run that holds its receipts.</param>
/// <param name="Verdict">The word that the receipts give.</param>
/// <param name="RecoveryTimeSeconds">Null where the drill did not come that far.</param>
/// <param name="RecoveryPointSeconds">Null where the drill did not come that far.</param>
public sealed record DrillRecord(DateTimeOffset At, string Run, string Verdict, double? RecoveryTimeSeconds, double? RecoveryPointSeconds);
