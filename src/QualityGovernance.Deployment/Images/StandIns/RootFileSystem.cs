using System.Formats.Tar;
using System.Text;

namespace QualityGovernance.Deployment.Images.StandIns;

/// <summary>Writes the root file system of an image as one tar stream: what the packages hold, and what no package brings.</summary>
public sealed class RootFileSystem(Stream stream) : IAsyncDisposable
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;
    private const UnixFileMode Readable = (UnixFileMode)0b110_100_100;

    private readonly TarWriter writer = new(stream, TarEntryFormat.Pax, leaveOpen: true);
    private readonly HashSet<string> written = [];

    /// <summary>Passes on what the packages brought, except what <paramref name="drop"/> names.</summary>
    /// <param name="tar">Entries are called <c>./usr/...</c>.</param>
    /// <param name="drop">Gets paths such as <c>usr/bin/perl</c>.</param>
    /// <param name="seen">Hears of every file that passes, with its content.</param>
    /// <param name="cancellation">Stops the copying.</param>
    public async Task PackagesAsync(Stream tar, Func<string, bool> drop, Action<string, Stream>? seen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(drop);
        await using var reader = new TarReader(tar, leaveOpen: true);
        while (await reader.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
        {
            var hardLink = entry.EntryType == TarEntryType.HardLink;
            if (drop(Relative(entry.Name)) || (hardLink && drop(Relative(entry.LinkName))))
                continue;
            if (seen is not null && entry.DataStream is { } content)
            {
                seen(Relative(entry.Name), content);
                content.Position = 0;
            }

            await WriteAsync(entry, cancellation);
        }
    }

    /// <summary>Copies a file or a directory of this machine.</summary>
    public async Task TreeAsync(string source, string target, Func<string, bool> drop, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(drop);
        if (File.Exists(source))
        {
            await using var content = File.OpenRead(source);
            var mode = OperatingSystem.IsWindows() ? Executable : File.GetUnixFileMode(source);
            await WriteAsync(Owned(new PaxTarEntry(TarEntryType.RegularFile, target) { DataStream = content, Mode = mode }), cancellation);
            return;
        }

        await DirectoryAsync(target, Executable, 0, cancellation);
        foreach (var path in Directory.EnumerateFileSystemEntries(source).Order(StringComparer.Ordinal).Where(path => !drop(path)))
            await TreeAsync(path, $"{target}/{Path.GetFileName(path)}", drop, cancellation);
    }

    public Task TextAsync(string target, string text, bool executable, CancellationToken cancellation) =>
        WriteAsync(
            Owned(new PaxTarEntry(TarEntryType.RegularFile, target) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)), Mode = executable ? Executable : Readable }),
            cancellation);

    public Task DirectoryAsync(string target, UnixFileMode mode, int owner, CancellationToken cancellation) =>
        WriteAsync(new PaxTarEntry(TarEntryType.Directory, target) { Mode = mode, Uid = owner, Gid = owner }, cancellation);

    public Task LinkAsync(string target, string pointsTo, CancellationToken cancellation) =>
        WriteAsync(Owned(new PaxTarEntry(TarEntryType.SymbolicLink, target) { LinkName = pointsTo }), cancellation);

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    /// <summary>An engine refuses a tar that has a path twice, and does not say which.</summary>
    private Task WriteAsync(TarEntry entry, CancellationToken cancellation) => written.Add(Relative(entry.Name).TrimEnd('/'))
        ? writer.WriteEntryAsync(entry, cancellation)
        : throw new InvalidOperationException($"{entry.Name} would be in the image twice. Drop the one that the packages bring.");

    private static PaxTarEntry Owned(PaxTarEntry entry)
    {
        entry.Uid = 0;
        entry.Gid = 0;
        return entry;
    }

    private static string Relative(string name) => name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
}
