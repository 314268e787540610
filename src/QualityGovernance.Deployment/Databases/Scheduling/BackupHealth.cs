using System.Globalization;

namespace QualityGovernance.Deployment.Databases.Scheduling;

/// <summary>Whether backups are made: judged by what lies in the folder, whatever the process that should make them says of itself.</summary>
/// <param name="IsHealthy">The newest good backup is young enough.</param>
/// <param name="Reason">One sentence, either way.</param>
public sealed record BackupHealth(bool IsHealthy, string Reason)
{
    /// <exception cref="DeploymentException">What lies in the folder cannot be read.</exception>
    public static BackupHealth Of(BackupStore store, BackupSchedule schedule, TimeSpan tolerance, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(schedule);
        if (store.NewestGood() is not { } newest)
            return new BackupHealth(IsHealthy: false, $"There is no good backup in {store.Folder}.");
        if (new FileInfo(newest.Path).Length != newest.Manifest.SizeBytes)
            return new BackupHealth(IsHealthy: false, $"{newest.Name} is not as long as it was when it was verified: it was damaged since.");
        var age = now - newest.Manifest.Created;
        var limit = schedule.Interval + tolerance;
        var hours = string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0.0} h");
        return age <= limit
            ? new BackupHealth(IsHealthy: true, $"{newest.Name} is good and {hours} old.")
            : new BackupHealth(IsHealthy: false, $"The newest good backup, {newest.Name}, is {hours} old, and one is due {schedule}.");
    }
}
