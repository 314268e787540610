using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>Looks into an archive that an engine saved, without trusting a name in it.</summary>
internal static class ImageArchive
{
    private const string Index = "manifest.json";

    /// <summary>Recomputes the image's id and the hash of every layer from the bytes in the archive.</summary>
    /// <returns>The id of the image in it.</returns>
    /// <exception cref="DeploymentException">It is not whole, or holds something else than it says.</exception>
    public static async Task<string> VerifyAsync(string path, CancellationToken cancellation)
    {
        var (index, hashes, texts) = await ReadAsync(path, cancellation);
        if (index?[0]?["Config"]?.GetValue<string>() is not { } config || !texts.TryGetValue(config, out var configuration))
            throw new DeploymentException($"{path} is no archive of an image: it names no configuration.");
        var expected = (JsonNode.Parse(configuration)?["rootfs"]?["diff_ids"] as JsonArray ?? []).Select(node => node!.GetValue<string>()).ToList();
        var layers = (index[0]!["Layers"] as JsonArray ?? []).Select(node => node!.GetValue<string>()).ToList();
        if (expected.Count == 0 || layers.Count != expected.Count)
            throw new DeploymentException($"{path} is damaged: it has {layers.Count} layers, and its configuration names {expected.Count}.");
        for (var number = 0; number < layers.Count; number++)
        {
            if (!hashes.TryGetValue(layers[number], out var hash) || hash != expected[number])
                throw new DeploymentException($"{path} is damaged: layer {number + 1} of {layers.Count} is not the one that its configuration names.");
        }

        return hashes[config];
    }

    private static async Task<(JsonArray? Index, Dictionary<string, string> Hashes, Dictionary<string, byte[]> Texts)> ReadAsync(string path, CancellationToken cancellation)
    {
        JsonArray? index = null;
        var hashes = new Dictionary<string, string>();
        var texts = new Dictionary<string, byte[]>();
        var links = new List<(string Name, string Target)>();
        try
        {
            await using var file = File.OpenRead(path);
            await using var reader = new TarReader(file);
            while (await reader.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
            {
                // A layer that another one equals is a link to it.
                if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
                    links.Add((entry.Name, Resolved(entry)));
                if (entry.DataStream is not { } data)
                    continue;
                if (entry.Length > 1_000_000)
                {
                    hashes[entry.Name] = Named(await SHA256.HashDataAsync(data, cancellation));
                    continue;
                }

                using var buffer = new MemoryStream();
                await data.CopyToAsync(buffer, cancellation);
                texts[entry.Name] = buffer.ToArray();
                hashes[entry.Name] = Named(SHA256.HashData(texts[entry.Name]));
            }

            if (texts.TryGetValue(Index, out var json))
                index = JsonNode.Parse(json) as JsonArray;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or System.Text.Json.JsonException)
        {
            throw new DeploymentException($"{path} is damaged: {e.Message}", inner: e);
        }

        foreach (var (name, target) in links.Where(link => hashes.ContainsKey(link.Target)))
            hashes[name] = hashes[target];
        return (index, hashes, texts);
    }

    private static string Resolved(TarEntry entry) => entry.EntryType == TarEntryType.HardLink
        ? entry.LinkName
        : Path.GetRelativePath("/", Path.GetFullPath(entry.LinkName, "/" + Path.GetDirectoryName(entry.Name)));

    private static string Named(byte[] hash) => "sha256:" + Convert.ToHexStringLower(hash);
}
