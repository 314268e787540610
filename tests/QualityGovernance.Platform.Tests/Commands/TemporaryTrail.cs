namespace QualityGovernance.Platform.Tests.Commands;

/// <summary>An export in a file that goes with the test.</summary>
internal sealed class TemporaryTrail : IDisposable
{
    public TemporaryTrail(string text) => File.WriteAllText(Path, text);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"qgp-trail-{Guid.CreateVersion7():N}.ndjson");

    public void Dispose() => File.Delete(Path);
}
