using Nuke.Common;
using Nuke.Components;
using Nuke.Common.IO;

/// <summary>Where backups are kept, and which one is meant.</summary>
interface IHasBackup : IHazArtifacts
{
    [Parameter("The backup, as the path of its .dump file", Name = "Backup")]
    string BackupFile => TryGetValue(() => BackupFile);

    AbsolutePath BackupsDirectory => ArtifactsDirectory / "backups";
}
