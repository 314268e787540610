using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Scanning.Secrets;

/// <summary>Plants a made-up secret in a file, in a layer and in the environment of an image, before every scan: a scanner that does not see them sees nothing else either.</summary>
internal static class SentinelCheck
{
    /// <exception cref="StepFailedException">The scanner is blind.</exception>
    public static async Task AssertAsync(CancellationToken cancellation)
    {
        var sentinel = "AKIA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16);
        var folder = Directory.CreateTempSubdirectory("qgp-sentinel-");
        try
        {
            var archive = Path.Combine(folder.FullName, "image.tar");
            Plant(archive, sentinel);
            var (found, _) = await ImageSecrets.ScanAsync(archive, cancellation);
            string[] wanted = ["layer 1: app/sentinel.txt", "environment: SENTINEL"];
            var missed = wanted.Except(found.Select(finding => finding.Where)).ToList();
            if (SecretScanner.Scan("sentinel.txt", Encoding.UTF8.GetBytes($"key: {sentinel}\n")).Count != 1)
                missed.Add("a file");
            if (missed.Count > 0)
                throw new StepFailedException($"The scanner does not see a secret that was planted for it ({string.Join(", ", missed)}): what it does not find says nothing.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Plant(string path, string sentinel)
    {
        using var layer = new MemoryStream();
        using (var writer = new TarWriter(layer, leaveOpen: true))
            Add(writer, "app/sentinel.txt", $"key: {sentinel}\n");
        layer.Position = 0;
        using var file = File.Create(path);
        using var archive = new TarWriter(file);
        archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "layer.tar") { DataStream = layer });
        Add(archive, "config.json", $$$"""{"config":{"Env":["SENTINEL={{{sentinel}}}"]}}""");
        Add(archive, "manifest.json", """[{"Config":"config.json","Layers":["layer.tar"]}]""");
    }

    private static void Add(TarWriter writer, string name, string text) =>
        writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
}
