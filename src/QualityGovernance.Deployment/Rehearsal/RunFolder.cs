using System.Diagnostics;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal.Embedded;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>
/// What a rehearsal needs on the disk and nobody after it: secrets, and without an engine also the published service and its database.
/// One closed folder that goes away as a whole. Its files can be read by containers they are bound into, which do not come by way of the folder.
/// </summary>
internal sealed class RunFolder
{
    private const string Prefix = "qgp-rehearsal-";
    private const string OwnerFile = "owner";
    private const string ServiceFile = "service";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private RunFolder(string path) => FullPath = path;

    public string FullPath { get; }

    /// <summary>The run that the folder belongs to.</summary>
    public string Run => Path.GetFileName(FullPath)[Prefix.Length..];

    public string Published => Path.Combine(FullPath, "app");

    public string Database => Path.Combine(FullPath, "data", "qgp.db");

    public string Secrets => Path.Combine(FullPath, "secrets");

    public bool Exists => Directory.Exists(FullPath);

    public static RunFolder Of(RunId run) => new(Path.Combine(Path.GetTempPath(), Prefix + run));

    /// <summary>Folders of earlier rehearsals whose owner is gone. One that was kept has no owner and is nobody's orphan.</summary>
    public static IReadOnlyList<RunFolder> Orphans() =>
    [
        .. Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*")
            .Select(folder => new RunFolder(folder))
            .Where(folder => folder.Mark(OwnerFile) is { MayBeAlive: false }),
    ];

    public void Create()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(FullPath);
        else
            Directory.CreateDirectory(FullPath, OwnerOnly);
        File.WriteAllText(Path.Combine(FullPath, OwnerFile), OwnerMark.Current.ToString());
        Directory.CreateDirectory(Secrets);
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
    }

    /// <summary>So that the next rehearsal finds the service of a killed one.</summary>
    public void Remember(ServiceProcess service) =>
        File.WriteAllText(Path.Combine(FullPath, ServiceFile), OwnerMark.Of(service.Id)?.ToString() ?? "");

    public void Disown() => File.Delete(Path.Combine(FullPath, OwnerFile));

    public string SecretFile(string name) => Path.Combine(Secrets, name);

    public void WriteSecret(string name, string value)
    {
        File.WriteAllText(SecretFile(name), value);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(SecretFile(name), ReadOnly);
    }

    /// <summary>Ends the service that was left running, if it still is the same process, and removes the folder.</summary>
    public void Remove()
    {
        if (Mark(ServiceFile) is { } service && OwnerMark.Of(service.ProcessId) == service)
        {
            using var process = Process.GetProcessById(service.ProcessId);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        if (Exists)
            Directory.Delete(FullPath, recursive: true);
    }

    private OwnerMark? Mark(string name)
    {
        var file = Path.Combine(FullPath, name);
        return File.Exists(file) ? OwnerMark.Parse(File.ReadAllText(file)) : null;
    }
}
