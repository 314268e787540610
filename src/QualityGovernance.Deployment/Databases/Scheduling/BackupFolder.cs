using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases.Scheduling;

/// <summary>A folder of this machine that a service in a container writes backups into, and that the targets of this build read and write as well. Closed to everybody else.</summary>
public static class BackupFolder
{
    /// <summary>The account of the service's image.</summary>
    private const string ServiceAccount = "1654";

    private const UnixFileMode OwnerAndGroup =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;

    /// <summary>Makes it where it is not there, and lets the service in: as a group of its own, or where this is no administrator, as the account that asks.</summary>
    /// <returns>Account and group that the service has to run as, as numbers.</returns>
    public static async Task<string> ReadyAsync(ICommandRunner runner, IMachine machine, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(machine);
        ClosedFolder.Make(folder);
        if (!machine.IsRoot)
        {
            var user = await runner.CheckedAsync(Command.Of("id", "-u"), cancellation: cancellation);
            var group = await runner.CheckedAsync(Command.Of("id", "-g"), cancellation: cancellation);
            return $"{user.Output.Trim()}:{group.Output.Trim()}";
        }

        await OpenForServiceAsync(runner, folder, cancellation);
        return $"{ServiceAccount}:{ServiceAccount}";
    }

    /// <summary>As above, for a service that always runs as the account of its image, as those of a Swarm do.</summary>
    /// <exception cref="DeploymentException">Only an administrator can let that account in, and nobody has yet.</exception>
    public static async Task ReadyForServiceAsync(ICommandRunner runner, IMachine machine, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(machine);
        if (machine.IsRoot)
        {
            ClosedFolder.Make(folder);
            await OpenForServiceAsync(runner, folder, cancellation);
        }
        else if (!Directory.Exists(folder))
        {
            throw new DeploymentException($"There is no folder {folder} for the backups, and only an administrator can make one that the backup service may write into.", $"sudo install --directory --group={ServiceAccount} --mode=0770 {folder}");
        }
    }

    private static async Task OpenForServiceAsync(ICommandRunner runner, string folder, CancellationToken cancellation)
    {
        await runner.CheckedAsync(Command.Of("chgrp", ServiceAccount, folder), cancellation: cancellation);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, OwnerAndGroup);
    }
}
