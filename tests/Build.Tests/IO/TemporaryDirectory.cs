using Nuke.Common.IO;

namespace Build.Tests.IO;

/// <summary>A directory of its own for one test.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    public AbsolutePath Path { get; } = Directory.CreateTempSubdirectory("io ").FullName;

    public AbsolutePath Write(string path, string text = "") => (Path / path).WriteAllText(text, eofLineBreak: false);

    /// <summary>Every file below, relative, sorted.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(x => System.IO.Path.GetRelativePath(Path, x)).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
