using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Drills.Faults.Planting;

/// <summary>A folder as a file system of its own in memory, so small that it can be filled, and large enough for what a run logs before. Mounting takes root.</summary>
internal sealed class TinyDisk : IAsyncDisposable
{
    private const string Filler = "filler";
    private const int Block = 4096;

    private readonly ICommandRunner runner;
    private readonly string folder;

    private TinyDisk(ICommandRunner runner, string folder)
    {
        this.runner = runner;
        this.folder = folder;
    }

    public static bool CanBeMounted => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    /// <summary>Takes the place of the folder with everything that is in it.</summary>
    /// <param name="runner">Mounts.</param>
    /// <param name="folder">Which.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<TinyDisk> MountAsync(ICommandRunner runner, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var disk = new TinyDisk(runner, folder);
        await disk.ExchangeAsync(() => runner.CheckedAsync(Command.Of("mount", "-t", "tmpfs", "-o", "size=64m", "qgp-faults", folder), cancellation: cancellation));
        return disk;
    }

    /// <summary>Until not one byte more can be written.</summary>
    public static void Fill(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, Filler), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[Block];
        for (var length = block.Length; length > 0;)
        {
            try
            {
                file.Write(block, 0, length);
            }
            catch (IOException)
            {
                // Full, for so much at a time.
                length /= 2;
            }
        }
    }

    public static void Clear(string folder) => File.Delete(Path.Combine(folder, Filler));

    public async ValueTask DisposeAsync()
    {
        Clear(folder);
        await ExchangeAsync(() => runner.CheckedAsync(Command.Of("umount", folder)));
    }

    private async Task ExchangeAsync(Func<Task> change)
    {
        var aside = Directory.CreateTempSubdirectory("qgp-faults-").FullName;
        FolderCopy.Copy(folder, aside);
        await change();
        FolderCopy.Replace(aside, folder);
        Directory.Delete(aside, recursive: true);
    }
}
