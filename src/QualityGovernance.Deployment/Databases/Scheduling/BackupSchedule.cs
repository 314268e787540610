using System.Globalization;

namespace QualityGovernance.Deployment.Databases.Scheduling;

/// <summary>When backups are due. What counts is the newest good one: a backup that failed, or that nobody could restore, puts nothing off.</summary>
/// <param name="Interval">From one good backup to the next.</param>
/// <param name="At">The time of the day, in UTC, where they are daily; then the interval is a day.</param>
public sealed record BackupSchedule(TimeSpan Interval, TimeOnly? At = null)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public static BackupSchedule Daily(TimeOnly at) => new(Day, at);

    /// <returns>When the next backup is due; a time that has passed where it is overdue.</returns>
    public DateTimeOffset Due(DateTimeOffset? newestGood, DateTimeOffset now)
    {
        if (newestGood is not { } last)
            return now;

        // A clock that was ahead once must not stop the backups until it would be right.
        if (last > now)
            last = now;
        if (At is not { } time)
            return last + Interval;
        var today = new DateTimeOffset(DateOnly.FromDateTime(last.UtcDateTime), time, TimeSpan.Zero);
        return last < today ? today : today + Day;
    }

    /// <returns>How long to wait after so many failures in a row: twice as long each time, and never as long as to miss a turn.</returns>
    public TimeSpan Pause(int failures)
    {
        var longest = Interval < LongestPause ? Interval : LongestPause;
        var pause = FirstPause * Math.Pow(2, Math.Clamp(failures - 1, 0, 10));
        return pause < longest ? pause : longest;
    }

    public override string ToString() => At is { } time ? $"every day at {time.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC" : $"every {Duration.Text(Interval)}";
}
