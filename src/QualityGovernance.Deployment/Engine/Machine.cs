using System.Net.Sockets;

namespace QualityGovernance.Deployment.Engine;

/// <summary>The machine this process runs on.</summary>
public sealed class Machine : IMachine
{
    private static readonly string[] SystemDirectories = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

    public bool IsLinux => OperatingSystem.IsLinux();

    public bool IsRoot => Environment.IsPrivilegedProcess;

    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    public IReadOnlyList<string> FindAll(string program)
    {
        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var names = OperatingSystem.IsWindows() ? [program + ".exe"] : new[] { program };
        return [.. directories.Concat(IsLinux ? SystemDirectories : [])
            .SelectMany(directory => names.Select(name => Path.Combine(directory, name)))
            .Where(File.Exists)
            .DistinctBy(path => new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Resolved(path))];
    }

    public string? ReadText(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    public bool Exists(string path) => Path.Exists(path);

    public IReadOnlyList<string> Files(string directory, string pattern) =>
        Directory.Exists(directory) ? [.. Directory.EnumerateFiles(directory, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    public void Delete(string path) => File.Delete(path);

    public bool SocketAnswers(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>/bin is a link to /usr/bin on merged systems: the same program must not count twice.</summary>
    private static string Resolved(string path)
    {
        var directory = new DirectoryInfo(Path.GetDirectoryName(path)!);
        return Path.Combine(directory.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? directory.FullName, Path.GetFileName(path));
    }
}
