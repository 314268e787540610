using System.Diagnostics;

namespace Build.Tests.Bootstrap;

/// <summary>A named pipe from which a scripted program reads: it goes on when this says so.</summary>
internal sealed class Pipe : IDisposable
{
    private readonly string _path;
    private FileStream? _writer;

    public Pipe(string path)
    {
        _path = path;
        using var process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
    }

    /// <summary>Opening a pipe to write to waits until somebody reads from it.</summary>
    public void WaitForReader() => _writer = new FileStream(_path, FileMode.Open, FileAccess.Write);

    public void Release()
    {
        _writer!.Write("go\n"u8);
        _writer.Flush();
    }

    public void Dispose() => _writer?.Dispose();
}
