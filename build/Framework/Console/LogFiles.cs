using System.Text;
using Nuke.Common.IO;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>The log of this run under <c>.nuke/temp</c>: <c>build.log</c> is the last run's, dated copies are kept of a few.</summary>
internal sealed class LogFiles : IDisposable
{
    private const int DatedFilesKept = 5;

    private readonly List<StreamWriter> _writers = [];

    private LogFiles()
    {
    }

    public static LogFiles Open(AbsolutePath directory)
    {
        foreach (var old in Directory.GetFiles(directory, "build.*.log").OrderDescending(StringComparer.Ordinal).Skip(DatedFilesKept - 1))
            File.Delete(old);
        var now = TimeProvider.System.GetLocalNow();
        var files = new LogFiles();
        // Another run may be writing its own log at the same time.
        files.Add(directory / "build.log");
        files.Add(directory / $"build.{now:yyyy-MM-dd_HH-mm-ss}.{Environment.ProcessId}.log");
        return files;
    }

    public void Write(LogEvent logEvent, string target, string message)
    {
        var text = SecretMask.Apply($"{logEvent.Timestamp:HH:mm:ss.fff} | {BuildLogSink.TagOf(logEvent.Level)[0]} | {target,-20} | {message}");
        var exception = logEvent.Exception == null ? null : SecretMask.Apply(logEvent.Exception.ToString());
        foreach (var writer in _writers)
        {
            writer.WriteLine(text);
            if (exception != null)
                writer.WriteLine(exception);
            if (logEvent.Level >= LogEventLevel.Warning)
                writer.Flush();
        }
    }

    public void Dispose()
    {
        foreach (var writer in _writers)
            writer.Dispose();
        _writers.Clear();
    }

    private void Add(AbsolutePath path)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        _writers.Add(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
    }
}
