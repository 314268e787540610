using System.Globalization;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases.Scheduling;

/// <summary>What the backup service is told in its environment.</summary>
/// <param name="Database">What to back up.</param>
/// <param name="Schedule">When.</param>
/// <param name="Tolerance">How much older than the interval the newest good backup may be before the service calls itself ill: a backup takes its time, and one may fail.</param>
/// <param name="Keep">How many are kept, beside the newest that is good.</param>
/// <param name="KeepAge">After which age one is removed, unless it is the newest that is good.</param>
public sealed record BackupServiceSettings(DatabaseAddress Database, BackupSchedule Schedule, TimeSpan Tolerance, int Keep, TimeSpan KeepAge)
{
    /// <summary>Exit code for a configuration that is refused, as the product's own programs have it.</summary>
    public const int RefusedExitCode = 78;

    public const string IntervalVariable = "QGP_BACKUP_INTERVAL";
    public const string AtVariable = "QGP_BACKUP_AT";
    public const string ToleranceVariable = "QGP_BACKUP_TOLERANCE";
    public const string KeepVariable = "QGP_BACKUP_KEEP";
    public const string KeepDaysVariable = "QGP_BACKUP_KEEP_DAYS";
    public const string UrlVariable = "DATABASE_URL";

    /// <summary>As the target Backup has it.</summary>
    public const int DefaultKeep = 14;

    /// <summary>As the target Backup has it.</summary>
    public const int DefaultKeepDays = 30;

    private static readonly TimeSpan DefaultInterval = TimeSpan.FromDays(1);

    private static readonly TimeSpan DefaultTolerance = TimeSpan.FromHours(2);

    /// <param name="machine">Has the variables and the files that they name.</param>
    /// <param name="mask">Gets the password.</param>
    /// <exception cref="DeploymentException">Something is missing or not understood; all of it at once, one line each, and no secret.</exception>
    public static BackupServiceSettings Read(IMachine machine, SecretMask mask)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(mask);
        var problems = new List<string>();
        var settings = new BackupServiceSettings(
            Address(machine, mask, problems) ?? new DatabaseAddress("", 0, "", "", ""),
            ScheduleOf(machine, problems),
            DurationOf(machine, ToleranceVariable, DefaultTolerance, problems),
            Number(machine, KeepVariable, DefaultKeep, problems),
            TimeSpan.FromDays(Number(machine, KeepDaysVariable, DefaultKeepDays, problems)));
        if (machine.Variable(BackupCipher.RecipientVariable) is { Length: > 0 } && machine.Variable(BackupCipher.IdentityVariable) is not { Length: > 0 })
            problems.Add($"{BackupCipher.RecipientVariable} is set and {BackupCipher.IdentityVariable} is not: no backup could be restored to see whether it is good. Name the file of the identity.");
        return problems.Count == 0 ? settings : throw new DeploymentException(string.Join('\n', problems));
    }

    private static BackupSchedule ScheduleOf(IMachine machine, List<string> problems)
    {
        var interval = DurationOf(machine, IntervalVariable, DefaultInterval, problems);
        if (machine.Variable(AtVariable) is not { Length: > 0 } text)
            return new BackupSchedule(interval);
        if (machine.Variable(IntervalVariable) is { Length: > 0 })
            problems.Add($"{IntervalVariable} and {AtVariable} are both set. Unset one: backups are either so far apart, or daily at a time.");
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return BackupSchedule.Daily(at);
        problems.Add($"{AtVariable} is \"{text}\"; it has to be a time of the day in UTC, such as 02:30.");
        return new BackupSchedule(interval);
    }

    private static TimeSpan DurationOf(IMachine machine, string name, TimeSpan otherwise, List<string> problems)
    {
        if (machine.Variable(name) is not { Length: > 0 } text)
            return otherwise;
        if (Duration.Parse(text) is { } duration)
            return duration;
        problems.Add($"{name} is \"{text}\"; it has to be {Duration.Form}.");
        return otherwise;
    }

    private static int Number(IMachine machine, string name, int otherwise, List<string> problems)
    {
        if (machine.Variable(name) is not { Length: > 0 } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 10_000)
            return number;
        problems.Add($"{name} is \"{text}\"; it has to be a whole number from 1 to 10000.");
        return otherwise;
    }

    private static DatabaseAddress? Address(IMachine machine, SecretMask mask, List<string> problems)
    {
        var (given, file) = (machine.Variable(UrlVariable), machine.Variable(UrlVariable + "_FILE"));
        try
        {
            switch (given, file)
            {
                case ({ Length: > 0 }, { Length: > 0 }):
                    throw new DeploymentException($"{UrlVariable} and {UrlVariable}_FILE are both set. Unset one.");
                case ({ Length: > 0 }, _):
                    return DatabaseAddress.Parse(given, mask);
                case (_, { Length: > 0 }):
                    return DatabaseAddress.Parse(machine.ReadText(file)?.TrimEnd('\r', '\n') ?? throw new DeploymentException($"{UrlVariable}_FILE names {file}, and there is no such file."), mask);
                default:
                    throw new DeploymentException($"{UrlVariable}_FILE is not set: name the file that holds the address of the database.");
            }
        }
        catch (DeploymentException e)
        {
            problems.Add(e.Message);
            return null;
        }
    }
}
