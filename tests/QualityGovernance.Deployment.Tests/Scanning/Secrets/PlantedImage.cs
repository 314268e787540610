using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace QualityGovernance.Deployment.Tests.Scanning.Secrets;

/// <summary>An archive as an engine saves it, with the files that a test plants into its layers.</summary>
internal sealed class PlantedImage
{
    private readonly List<(string Path, string Content)[]> layers = [];

    public string Configuration { get; init; } = """{"config":{"Env":["PATH=/usr/bin"],"Labels":{"a":"b"}},"history":[{"created_by":"COPY /app /app"}]}""";

    public bool IsOci { get; init; }

    public bool IsCompressed { get; init; }

    public PlantedImage Layer(params (string Path, string Content)[] files)
    {
        layers.Add(files);
        return this;
    }

    public string Write(string folder)
    {
        var path = Path.Combine(folder, "image.tar");
        using var file = File.Create(path);
        using var archive = new TarWriter(file);
        var names = layers.Select((_, index) => IsOci ? $"blobs/sha256/layer{index}" : $"{index}/layer.tar").ToList();
        for (var index = 0; index < layers.Count; index++)
            Add(archive, names[index], LayerOf(layers[index]));
        if (IsOci)
        {
            Add(archive, "blobs/sha256/config", Encoding.UTF8.GetBytes(Configuration));
            var digests = string.Join(',', names.Select(name => $$"""{"digest":"sha256:{{Path.GetFileName(name)}}"}"""));
            Add(archive, "blobs/sha256/manifest", Encoding.UTF8.GetBytes($$"""{"config":{"digest":"sha256:config"},"layers":[{{digests}}]}"""));
            Add(archive, "index.json", Encoding.UTF8.GetBytes("""{"manifests":[{"digest":"sha256:manifest"}]}"""));
        }
        else
        {
            Add(archive, "config.json", Encoding.UTF8.GetBytes(Configuration));
            Add(archive, "manifest.json", Encoding.UTF8.GetBytes($$"""[{"Config":"config.json","Layers":[{{string.Join(',', names.Select(name => $"\"{name}\""))}}]}]"""));
        }

        return path;
    }

    private byte[] LayerOf((string Path, string Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, leaveOpen: true))
        {
            foreach (var (path, content) in files)
                Add(writer, path, Encoding.UTF8.GetBytes(content));
        }

        if (!IsCompressed)
            return bytes.ToArray();
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes.ToArray());
        return compressed.ToArray();
    }

    private static void Add(TarWriter writer, string name, byte[] content) =>
        writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
}
