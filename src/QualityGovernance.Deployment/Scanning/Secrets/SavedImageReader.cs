using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Scanning.Secrets;

/// <summary>Walks an archive that an engine saved, in Docker's layout or in that of the OCI: its configuration, and every file of every layer, also one that a later layer deletes.</summary>
internal sealed class SavedImageReader
{
    private const string LayersOfDocker = "Layers";

    private static readonly byte[] Gzip = [0x1f, 0x8b];

    private static readonly byte[] Zstandard = [0x28, 0xb5, 0x2f, 0xfd];

    /// <summary>The configuration of the image: environment, labels and history, as JSON.</summary>
    public string Configuration { get; private set; } = "";

    public int Layers { get; private set; }

    public int Files { get; private set; }

    /// <summary>Files that are larger than what is read.</summary>
    public int Unread { get; private set; }

    /// <param name="path">The archive.</param>
    /// <param name="file">Gets the number of the layer from 1, the path in it and the content.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <exception cref="DeploymentException">It is no such archive, or a layer is compressed in a way that cannot be read here.</exception>
    public async Task ReadAsync(string path, Action<int, string, byte[]> file, CancellationToken cancellation)
    {
        try
        {
            var (config, layers) = Contents(path);
            Configuration = config;
            await using var archive = File.OpenRead(path);
            await using var reader = new TarReader(archive);
            while (await reader.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
            {
                // A layer that another one equals is a link to it, and was read there.
                if (entry.DataStream is null || layers.IndexOf(Normal(entry.Name)) is var at && at < 0)
                    continue;
                await LayerAsync(at + 1, path, entry.DataStream, file, cancellation);
                Layers++;
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or JsonException or InvalidOperationException)
        {
            throw new DeploymentException($"{path} cannot be read as the archive of an image: {e.Message}", inner: e);
        }

        if (Layers == 0)
            throw new DeploymentException($"{path} is no archive of an image: it has no layers.");
    }

    /// <summary>In two passes, because the index stands behind what it names.</summary>
    private static (string Configuration, List<string> Layers) Contents(string path)
    {
        var small = new Dictionary<string, string>();
        using var archive = File.OpenRead(path);
        using var reader = new TarReader(archive);
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not { } data || entry.Length > 1_000_000)
                continue;
            using var text = new StreamReader(data);
            small[Normal(entry.Name)] = text.ReadToEnd();
        }

        if (small.TryGetValue("manifest.json", out var docker) && JsonNode.Parse(docker)?[0] is { } image)
            return (small.GetValueOrDefault(Normal($"{image["Config"]}"), ""), [.. image[LayersOfDocker]!.AsArray().Select(layer => Normal($"{layer}"))]);
        if (small.TryGetValue("index.json", out var oci) && JsonNode.Parse(small.GetValueOrDefault(Blob(JsonNode.Parse(oci)?["manifests"]?[0]), "null")) is { } manifest)
            return (small.GetValueOrDefault(Blob(manifest["config"]), ""), [.. manifest["layers"]!.AsArray().Select(Blob)]);
        throw new InvalidDataException("it has neither manifest.json nor index.json with a manifest.");
    }

    private async Task LayerAsync(int number, string path, Stream data, Action<int, string, byte[]> file, CancellationToken cancellation)
    {
        // Without seeking: the first bytes are looked at and put back in front.
        var magic = new byte[4];
        var length = await data.ReadAtLeastAsync(magic, magic.Length, throwOnEndOfStream: false, cancellation);
        await using var whole = new PrefixedStream(magic.AsMemory(0, length), data);
        if (magic.AsSpan().StartsWith(Zstandard))
            throw new DeploymentException($"Layer {number} of {path} is compressed with zstandard, which this scan cannot read.", "docker save, which writes layers that are not compressed");
        await using var plain = magic.AsSpan().StartsWith(Gzip) ? new GZipStream(whole, CompressionMode.Decompress) : (Stream)whole;
        await using var reader = new TarReader(plain);
        while (await reader.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (entry.DataStream is not { } content)
                continue;
            if (entry.Length > SecretScanner.LargestFile)
            {
                Unread++;
                continue;
            }

            using var buffer = new MemoryStream((int)entry.Length);
            await content.CopyToAsync(buffer, cancellation);
            Files++;
            file(number, Normal(entry.Name), buffer.ToArray());
        }
    }

    private static string Blob(JsonNode? descriptor) => "blobs/" + $"{descriptor?["digest"]}".Replace(':', '/');

    private static string Normal(string name) => name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
}
