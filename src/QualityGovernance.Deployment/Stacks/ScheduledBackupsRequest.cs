using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Databases.Scheduling;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>Scheduled backups of the sandbox, as they are asked for.</summary>
/// <param name="Folder">Where they go.</param>
/// <param name="Interval">For example 6h; null for what the environment file says, or a day.</param>
public sealed record ScheduledBackupsRequest(string Folder, string? Interval)
{
    /// <exception cref="DeploymentException">It cannot be done so; nothing was touched.</exception>
    internal void Refuse(IMachine machine)
    {
        if (Interval is not null && Duration.Parse(Interval) is null)
            throw new DeploymentException($"--backup-interval is \"{Interval}\"; it has to be {Duration.Form}.", "./build.sh SandboxUp --scheduled-backups --backup-interval 6h");
        if (machine.Variable(BackupCipher.RecipientVariable) is { Length: > 0 })
            throw new DeploymentException($"{BackupCipher.RecipientVariable} asks for encrypted backups, and the service of the sandbox makes plain ones. Unset it, or take them with ./build.sh Backup.");
    }
}
