using QualityGovernance.Deployment.Databases;

namespace Bench.Restore;

/// <summary>A folder of backups that is gone with the benchmark.</summary>
internal sealed class BackupFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("bench-restore").FullName;

    public BackupStore Store => new(_path);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
