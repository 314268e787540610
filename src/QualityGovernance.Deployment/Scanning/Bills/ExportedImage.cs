using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Scanning.Bills;

/// <summary>Reads the files of an image out of a container that is made for it, never started, and removed.</summary>
internal static class ExportedImage
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static async Task<ImageContents> ReadAsync(ContainerEngine engine, string image, CancellationToken cancellation)
    {
        var labels = Labels.For(Purposes.Test, "bill-of-materials").SelectMany(label => new[] { "--label", $"{label.Key}={label.Value}" });
        var created = await engine.CheckedAsync(["create", "--network", "none", .. labels, image], cancellation: cancellation);
        var container = created.Output.Trim();
        var folder = Directory.CreateTempSubdirectory("qgp-bill-");
        try
        {
            var path = Path.Combine(folder.FullName, "image.tar");
            await engine.CheckedAsync(["export", "--output", path, container], timeout: Limit, cancellation: cancellation);
            await using var tar = File.OpenRead(path);
            return await ImageContents.ReadAsync(tar, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
            await engine.RemoveContainerAsync(container, CancellationToken.None);
        }
    }
}
