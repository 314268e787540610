using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Scanning.Bills;

/// <summary>What an image says of itself: its distribution, the packages on dpkg's record, the frameworks and the application. Reads the file system as a container would see it.</summary>
internal sealed class ImageContents
{
    public const string StatusFile = "var/lib/dpkg/status";
    public const string StatusFolder = "var/lib/dpkg/status.d/";

    private const string Application = "app/";
    private const string SharedFolder = "/shared/";
    private const string Dependencies = ".deps.json";

    private readonly Dictionary<string, DebianPackage> packages = new(StringComparer.Ordinal);
    private readonly SortedSet<string> frameworks = new(StringComparer.Ordinal);
    private readonly SortedSet<string> applicationPackages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);

    /// <summary>Such as debian.</summary>
    public string Distribution { get; private set; } = "debian";

    /// <summary>Such as 12; empty where the image does not say.</summary>
    public string Release { get; private set; } = "";

    public IReadOnlyCollection<DebianPackage> Packages => [.. packages.Values.OrderBy(package => package.Name, StringComparer.Ordinal)];

    /// <summary>Package URLs, as the frameworks name themselves.</summary>
    public IReadOnlyCollection<string> Frameworks => frameworks;

    /// <summary>Package URLs of what the programs in /app load.</summary>
    public IReadOnlyList<string> ApplicationPackages => [.. applicationPackages];

    /// <summary>SHA-256 by path.</summary>
    public IReadOnlyDictionary<string, string> ApplicationFiles => files;

    /// <param name="tar">As <c>docker export</c> writes it.</param>
    /// <param name="cancellation">Stops between two files.</param>
    public static async Task<ImageContents> ReadAsync(Stream tar, CancellationToken cancellation)
    {
        var contents = new ImageContents();
        try
        {
            await using var reader = new TarReader(tar, leaveOpen: true);
            while (await reader.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
            {
                if (entry.DataStream is { } data)
                    await contents.TakeAsync(entry.Name.TrimStart('.', '/'), data, cancellation);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or JsonException or InvalidOperationException)
        {
            throw new DeploymentException($"The files of the image cannot be read: {e.Message}", inner: e);
        }

        return contents;
    }

    private async Task TakeAsync(string path, Stream data, CancellationToken cancellation)
    {
        if (path.StartsWith(Application, StringComparison.Ordinal))
        {
            using var content = new MemoryStream();
            await data.CopyToAsync(content, cancellation);
            files[path] = Convert.ToHexStringLower(SHA256.HashData(content.ToArray()));
            if (path.EndsWith(Dependencies, StringComparison.Ordinal))
                applicationPackages.UnionWith(Libraries(System.Text.Encoding.UTF8.GetString(content.ToArray())));
        }
        else if (path == StatusFile || (path.StartsWith(StatusFolder, StringComparison.Ordinal) && !path.EndsWith(".md5sums", StringComparison.Ordinal)))
        {
            foreach (var package in DebianPackage.Parse(await TextAsync(data, cancellation)))
                packages[$"{package.Name}:{package.Architecture}"] = package;
        }
        else if (path is "etc/os-release" or "usr/lib/os-release")
        {
            TakeRelease(await TextAsync(data, cancellation));
        }
        else if (path.Contains(SharedFolder, StringComparison.Ordinal) && path.EndsWith(Dependencies, StringComparison.Ordinal))
        {
            frameworks.UnionWith(Libraries(await TextAsync(data, cancellation)));
        }
    }

    private void TakeRelease(string text)
    {
        var fields = text.Split('\n').Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1].Trim().Trim('"'));
        Distribution = fields.GetValueOrDefault("ID", Distribution);
        Release = fields.GetValueOrDefault("VERSION_ID", Release);
    }

    /// <summary>Of a deps.json: everything but the projects.</summary>
    private static IEnumerable<string> Libraries(string json) =>
        (JsonNode.Parse(json)?["libraries"] as JsonObject ?? [])
            .Where(library => $"{library.Value?["type"]}" != "project" && library.Key.Contains('/', StringComparison.Ordinal))
            .Select(library => CycloneDx.NuGet(library.Key.Split('/')[0], library.Key.Split('/')[1]));

    private static async Task<string> TextAsync(Stream data, CancellationToken cancellation)
    {
        using var reader = new StreamReader(data, leaveOpen: true);
        return await reader.ReadToEndAsync(cancellation);
    }
}
