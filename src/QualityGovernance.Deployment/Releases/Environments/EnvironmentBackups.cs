using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Releases.Environments;

/// <summary>The scheduled backups of an environment, as the section <c>backups</c> of its file describes them.</summary>
/// <param name="Folder">On the machine that they are taken on; outside of everything that a stack removes.</param>
/// <param name="IntervalHours">From one good backup to the next.</param>
/// <param name="Keep">How many are kept, beside the newest that is good.</param>
/// <param name="KeepDays">After how many days one is removed, unless it is the newest that is good.</param>
/// <param name="Node">The host name of that machine; null: the one that deploys.</param>
/// <param name="Recipient">Whom they are encrypted for, age1...; null for plain ones.</param>
public sealed partial record EnvironmentBackups(string Folder, int IntervalHours, int Keep, int KeepDays, string? Node, string? Recipient)
{
    internal static EnvironmentBackups Read(DescriptionFields fields) => new(
        fields.Text("folder", folder => FolderPattern().IsMatch(folder) && !folder.Contains("..", StringComparison.Ordinal), "the absolute path of a folder on the machine, for example /var/backups/qgp"),
        fields.Number("intervalHours", 1, 744),
        fields.Number("keep", 1, 10_000, otherwise: Databases.Scheduling.BackupServiceSettings.DefaultKeep),
        fields.Number("keepDays", 1, 3650, otherwise: Databases.Scheduling.BackupServiceSettings.DefaultKeepDays),
        fields.OptionalText("node", node => Uri.CheckHostName(node) != UriHostNameType.Unknown, "the host name of a machine of the Swarm"),
        fields.OptionalText("recipient", recipient => RecipientPattern().IsMatch(recipient), "a public key of age, age1... and never the secret one"));

    [GeneratedRegex("^/[A-Za-z0-9._/-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FolderPattern();

    [GeneratedRegex("^age1[a-z0-9]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RecipientPattern();
}
