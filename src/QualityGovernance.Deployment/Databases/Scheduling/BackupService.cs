using System.Globalization;

namespace QualityGovernance.Deployment.Databases.Scheduling;

/// <summary>Takes backups on a schedule, and restores and compares each at once: until then it is not one.</summary>
/// <param name="taking">Takes one.</param>
/// <param name="verifying">Restores and compares it.</param>
/// <param name="store">Where they lie.</param>
/// <param name="settings">What, when, and how many are kept.</param>
/// <param name="time">The clock.</param>
/// <param name="say">Hears what happens, one line each.</param>
public sealed class BackupService(BackupTaking taking, BackupVerifying verifying, BackupStore store, BackupServiceSettings settings, TimeProvider time, Action<string> say)
{
    private const string Reason = "scheduled";

    /// <summary>Between two looks at the clock and at the folder: a machine may sleep, a clock may be set, and an operator may take a backup himself.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    /// <summary>Takes a backup whenever one is due, and after a failure again. Ends only when it is asked to.</summary>
    /// <exception cref="OperationCanceledException">It was asked to.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        say($"A backup of {settings.Database} is due {settings.Schedule}; {settings.Keep} are kept for {settings.KeepAge.TotalDays:0} days in {store.Folder}.");
        var failures = 0;
        var notBefore = DateTimeOffset.MinValue;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                await UntilDueAsync(notBefore, stop);
                await OnceAsync(stop);
                failures = 0;
                notBefore = DateTimeOffset.MinValue;
            }
            catch (Exception e) when (e is DeploymentException or IOException or UnauthorizedAccessException && !stop.IsCancellationRequested)
            {
                failures++;
                notBefore = time.GetUtcNow() + settings.Schedule.Pause(failures);
                say($"The backup failed, {failures} in a row: {e.Message.TrimEnd('.')}. It is tried again at {Text(notBefore)}.");
            }
        }
    }

    /// <summary>Takes one backup now, restores and compares it, and removes what is beyond number and age.</summary>
    /// <exception cref="DeploymentException">It could not be taken, or is not good.</exception>
    public async Task<BackupFile> OnceAsync(CancellationToken cancellation = default)
    {
        store.RemoveUnfinished(time.GetUtcNow());
        var taken = await taking.TakeAsync(settings.Database, Reason, cancellation);
        store.ForgetUnverified(Reason);
        var backup = await verifying.VerifyAsync(taken, cancellation);
        say($"{backup.Name} is good: {backup.Manifest.Rows} rows in {backup.Manifest.Tables.Count} tables and sequences at {backup.Manifest.Revision}, restored and compared in {backup.Verification!.Seconds.ToString("0.0", CultureInfo.InvariantCulture)} s.");
        foreach (var removed in store.Retain(settings.Keep, settings.KeepAge, time.GetUtcNow()))
            say($"Removed {removed}, which is beyond {settings.Keep} backups or {settings.KeepAge.TotalDays:0} days.");
        return backup;
    }

    private async Task UntilDueAsync(DateTimeOffset notBefore, CancellationToken stop)
    {
        DateTimeOffset? told = null;
        while (true)
        {
            var now = time.GetUtcNow();

            // Not before: the next look may be what fails.
            if (now < notBefore)
            {
                await Task.Delay(notBefore - now < Look ? notBefore - now : Look, time, stop);
                continue;
            }

            var due = settings.Schedule.Due(store.NewestGood()?.Manifest.Created, now);
            if (due <= now)
                return;

            if (due != told)
                say($"The next backup is due at {Text(due)}.");
            told = due;
            await Task.Delay(due - now < Look ? due - now : Look, time, stop);
        }
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
