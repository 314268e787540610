using System.Diagnostics;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Embedded;

/// <summary>Where an embedded rehearsal keeps the published service, its database and its secrets; one folder that goes away as a whole.</summary>
internal sealed class EmbeddedFolder
{
    private const string Prefix = "qgp-rehearsal-embedded-";
    private const string OwnerFile = "owner";
    private const string ServiceFile = "service";

    private readonly string path;

    private EmbeddedFolder(string path) => this.path = path;

    public string Path => path;

    public string Published => System.IO.Path.Combine(path, "app");

    public string Database => System.IO.Path.Combine(path, "data", "qgp.db");

    public string Secrets => System.IO.Path.Combine(path, "secrets");

    public bool Exists => Directory.Exists(path);

    public static EmbeddedFolder Of(RunId run) => new(System.IO.Path.Combine(System.IO.Path.GetTempPath(), Prefix + run));

    /// <summary>Folders of earlier rehearsals whose owner is gone.</summary>
    public static IReadOnlyList<EmbeddedFolder> Orphans() =>
    [
        .. Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*")
            .Select(folder => new EmbeddedFolder(folder))
            .Where(folder => folder.Mark(OwnerFile) is { MayBeAlive: false }),
    ];

    public void Create()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(System.IO.Path.Combine(path, OwnerFile), OwnerMark.Current.ToString());
        Directory.CreateDirectory(Secrets);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Database)!);
    }

    /// <summary>So that the next rehearsal finds the service of a killed one.</summary>
    public void Remember(ServiceProcess service) =>
        File.WriteAllText(System.IO.Path.Combine(path, ServiceFile), OwnerMark.Of(service.Id)?.ToString() ?? "");

    /// <summary>A kept stack belongs to nobody and is nobody's orphan.</summary>
    public void Disown() => File.Delete(System.IO.Path.Combine(path, OwnerFile));

    public string WriteSecret(string name, string value)
    {
        var file = System.IO.Path.Combine(Secrets, name);
        File.WriteAllText(file, value);
        return file;
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
            Directory.Delete(path, recursive: true);
    }

    private OwnerMark? Mark(string name)
    {
        var file = System.IO.Path.Combine(path, name);
        return File.Exists(file) ? OwnerMark.Parse(File.ReadAllText(file)) : null;
    }
}
