using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Scanning;

/// <summary>The image as a file, for the time of the scans: saved when the first one asks, removed at the end.</summary>
internal sealed class SavedImage(ContainerEngine engine, string image) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qgp-scan-");
    private string? archive;

    /// <exception cref="DeploymentException">The engine does not have the image.</exception>
    public async Task<string> ArchiveAsync(CancellationToken cancellation)
    {
        if (archive is not null)
            return archive;
        var facts = await FactsAsync(cancellation);
        var path = Path.Combine(folder.FullName, "image.tar");
        await engine.CheckedAsync(["save", "--output", path, facts.Id], timeout: Limit, cancellation: cancellation);
        return archive = path;
    }

    public async Task<ImageFacts> FactsAsync(CancellationToken cancellation) =>
        await engine.ImageAsync(image, cancellation) ?? throw new DeploymentException($"The engine has no image {image}.", "./build.sh Rehearsal");

    /// <summary>For the record; a scan of the packages alone needs no image.</summary>
    public async Task<string> IdAsync(CancellationToken cancellation) => (await engine.ImageAsync(image, cancellation))?.Id ?? "unknown";

    public void Dispose() => folder.Delete(recursive: true);
}
