namespace QualityGovernance.Deployment.Stacks;

/// <summary>The scheduled backups of a sandbox, as somebody asked for them.</summary>
/// <param name="Image">Of the service.</param>
/// <param name="Folder">Of the backups, on this machine.</param>
/// <param name="User">Account and group that may write into it, as numbers.</param>
/// <param name="Interval">For example 6h; null for what the environment file says, or a day.</param>
public sealed record SandboxBackups(string Image, string Folder, string User, string? Interval)
{
    /// <summary>The variables of the compose file, on top of those that it is told anyway.</summary>
    internal IReadOnlyDictionary<string, string> Variables(IReadOnlyDictionary<string, string> more)
    {
        var variables = new Dictionary<string, string>(more) { ["QGP_BACKUP_IMAGE"] = Image, ["QGP_BACKUPS"] = Folder, ["QGP_BACKUP_USER"] = User };
        if (Interval is not null)
            variables["QGP_BACKUP_INTERVAL"] = Interval;
        return variables;
    }

    internal IReadOnlyList<string> Guide() => [$"Its database is backed up into {Folder}: ./build.sh ListBackups, ./build.sh SandboxLogs --service {StackServices.Backup}"];
}
