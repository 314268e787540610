using System;
using Nuke.Common;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Stacks;

/// <summary>The stack that people try the product on. Its data stays until somebody says otherwise twice.</summary>
interface ISandbox : IHasConfirmation, IHasBackup, IHasCommands, IHasConsole, IHasCancellation
{
    [Parameter("SandboxDown: removes the sandbox's data as well. Needs --confirm")]
    bool Volumes => TryGetValue<bool?>(() => Volumes) ?? false;

    [Parameter("SandboxUp: also starts the service that backs the sandbox's database up, and restores and compares each backup")]
    bool ScheduledBackups => TryGetValue<bool?>(() => ScheduledBackups) ?? false;

    [Parameter("SandboxUp --scheduled-backups: from one good backup to the next, for example 30m, 6h or 1d. Default is 1d")]
    string BackupInterval => TryGetValue(() => BackupInterval);

    [Parameter("SandboxLogs: one service (postgres, migrate, app, backup) instead of all")]
    string Service => TryGetValue(() => Service);

    [Parameter("SandboxLogs: how many of the last lines. Default is 50")]
    int Tail => TryGetValue<int?>(() => Tail) ?? 50;

    private SandboxOperations Sandbox => new(Commands, new Machine(), RootDirectory, Secrets, TimeProvider.System, RunConsole);

    Target SandboxUp => _ => _
        .Description("Builds the image and starts the sandbox: database, migrations, service. Its data is kept")
        .Executes(() => Sandbox.UpAsync(ScheduledBackups ? new ScheduledBackupsRequest(BackupsDirectory / Purposes.Sandbox, BackupInterval) : null, Cancellation));

    Target SandboxDown => _ => _
        .Description("Ends the sandbox and keeps its data; --volumes --confirm removes that too")
        .Executes(() => Sandbox.DownAsync(Volumes, Confirm, Cancellation));

    Target SandboxStatus => _ => _
        .Description("Shows the sandbox: health, ports, image, revision")
        .Executes(() => Sandbox.TellStatusAsync(Cancellation));

    Target SandboxLogs => _ => _
        .Description("Shows the last log lines of the sandbox")
        .Executes(() => Sandbox.TellLogsAsync(Service, Tail, Cancellation));
}
