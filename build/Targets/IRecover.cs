using System;
using Nuke.Common;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Recovery;

/// <summary>Backups of the sandbox, and the way back from one. A backup counts when a restore of it was compared.</summary>
interface IRecover : IHasEnvironments
{
    [Parameter("RestoreDatabase: the name of the database that the backup takes the place of, as a confirmation")]
    string ConfirmTarget => TryGetValue(() => ConfirmTarget);

    [Parameter("Backup: how many are kept, beside the newest that is good. Default is 14")]
    int KeepBackups => TryGetValue<int?>(() => KeepBackups) ?? 14;

    [Parameter("Backup: after how many days one is removed, unless it is the newest that is good. Default is 30")]
    int KeepBackupsDays => TryGetValue<int?>(() => KeepBackupsDays) ?? 30;

    private RecoveryOperations Recovery => new(Commands, new Machine(), RootDirectory, BackupsDirectory, Secrets, TimeProvider.System, RunConsole);

    Target Backup => _ => _
        .Description("Dumps the database of the sandbox, or of an --environment, counts and hashes its tables in the same snapshot, and writes both down")
        .Executes(() => EnvironmentName is null
            ? Recovery.BackupAsync("asked for by an operator", KeepBackups, TimeSpan.FromDays(KeepBackupsDays), Cancellation)
            : Environments.BackupAsync(Commands, EnvironmentName, Reason ?? "asked for by an operator", Cancellation));

    Target VerifyBackup => _ => _
        .Description("Restores a backup into a scratch database and compares every table; only then it is good. The newest, or --backup")
        .Executes(() => Recovery.VerifyAsync(BackupFile, Cancellation));

    Target ListBackups => _ => _
        .Description("Lists the sandbox's backups: which are good, and which nobody has restored yet")
        .Executes(() => Recovery.List());

    Target RestoreDatabase => _ => _
        .Description("Restores a backup of the sandbox, or of an --environment, beside its database, compares, exchanges the two by name, and keeps the old one. --dry-run shows it")
        .Requires(() => BackupFile)
        .Requires(() => ConfirmTarget)
        .Executes(() => ProcedureAsync("RestoreDatabase", "./build.sh SandboxStatus", session => EnvironmentName is null
            ? Recovery.RestoreAsync(session, BackupFile, ConfirmTarget, DryRun, Cancellation)
            : Environments.RestoreAsync(session, EnvironmentName, BackupFile, ConfirmTarget, Request("RestoreDatabase"), Cancellation)));
}
