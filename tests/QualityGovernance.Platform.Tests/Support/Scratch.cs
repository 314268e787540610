namespace QualityGovernance.Platform.Tests.Support;

/// <summary>A folder of a test, gone when the test is.</summary>
public sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qgp-platform-tests-");

    public string Path => _folder.FullName;

    public string Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
