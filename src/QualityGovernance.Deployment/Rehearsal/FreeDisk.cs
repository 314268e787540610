namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>Whether there is room for what a rehearsal makes.</summary>
internal static class FreeDisk
{
    /// <summary>Base images, build stages, the image and a database take about 3 GB on a machine that has none of them.</summary>
    public const long RequiredBytes = 4L << 30;

    /// <summary>A published service and an embedded database.</summary>
    public const long RequiredBytesEmbedded = 1L << 30;

    public static string? Problem(string folder, long required)
    {
        var drive = DriveOf(folder);
        return drive.AvailableFreeSpace >= required
            ? null
            : $"The disk that holds {folder} has {InGigabytes(drive.AvailableFreeSpace)} GB free; a rehearsal needs {InGigabytes(required)} GB. Make room on it.";
    }

    public static string Free(string folder) => InGigabytes(DriveOf(folder).AvailableFreeSpace) + " GB";

    private static DriveInfo DriveOf(string folder) =>
        DriveInfo.GetDrives()
            .Where(drive => drive.IsReady && Path.GetFullPath(folder).StartsWith(drive.RootDirectory.FullName, StringComparison.Ordinal))
            .MaxBy(drive => drive.RootDirectory.FullName.Length) ?? new DriveInfo(Path.GetPathRoot(Path.GetFullPath(folder))!);

    private static string InGigabytes(long bytes) => (bytes / (double)(1L << 30)).ToString("0.0");
}
