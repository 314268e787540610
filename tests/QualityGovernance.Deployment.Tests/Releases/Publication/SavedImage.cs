using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;

namespace QualityGovernance.Deployment.Tests.Releases.Publication;

/// <summary>An archive as an engine saves it, of an image with two layers.</summary>
internal sealed class SavedImage
{
    private readonly byte[] configuration;
    private readonly byte[][] layers = [Encoding.UTF8.GetBytes("the first layer"), new byte[2_000_000]];

    public SavedImage() => configuration = Encoding.UTF8.GetBytes($$$"""{"rootfs":{"type":"layers","diff_ids":[{{{string.Join(',', layers.Select(layer => $"\"{Sha256(layer)}\""))}}}]}}""");

    public string Id => Sha256(configuration);

    public void Write(string path)
    {
        using var file = File.Create(path);
        using var writer = new TarWriter(file);
        Add(writer, "config.json", configuration);
        Add(writer, "a/layer.tar", layers[0]);
        Add(writer, "b/layer.tar", layers[1]);
        Add(writer, "manifest.json", Encoding.UTF8.GetBytes("""[{"Config":"config.json","RepoTags":["quality-governance:anything"],"Layers":["a/layer.tar","b/layer.tar"]}]"""));
    }

    private static void Add(TarWriter writer, string name, byte[] content) =>
        writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });

    private static string Sha256(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
}
