namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A folder that an image is built from.</summary>
internal sealed class TemporaryContext : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qgp-context-");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
