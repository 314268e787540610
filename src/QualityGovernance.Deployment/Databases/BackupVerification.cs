namespace QualityGovernance.Deployment.Databases;

/// <summary>A backup was restored and every table compared. Stands beside it as <c>&lt;name&gt;.verified.json</c>.</summary>
/// <param name="Sha256">Of the file that was restored: it says nothing about any other.</param>
/// <param name="At">When.</param>
/// <param name="Seconds">From an empty server to the last comparison.</param>
/// <param name="Image">What it was restored with: the database's image, or the version of its server.</param>
public sealed record BackupVerification(string Sha256, DateTimeOffset At, double Seconds, string Image);
