namespace QualityGovernance.Deployment.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("qgp-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
