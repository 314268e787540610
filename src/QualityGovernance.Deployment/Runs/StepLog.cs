using System.Text;

namespace QualityGovernance.Deployment.Runs;

/// <summary>Everything one step did, line by line with its time, without secrets.</summary>
public sealed class StepLog : IDisposable
{
    private readonly Lock gate = new();
    private readonly StreamWriter writer;
    private readonly string path;
    private readonly string relativePath;
    private readonly TimeProvider time;
    private readonly Func<string, string> mask;
    private bool closed;

    /// <summary>Why not all of it could be written; null where it could. Whoever speaks to the log goes on with his work, and the step fails for it at its end.</summary>
    public string? Problem { get; private set; }

    public StepLog(Run run, string fileName, TimeProvider time, Func<string, string> mask)
    {
        ArgumentNullException.ThrowIfNull(run);
        path = Path.Combine(run.LogFolder, fileName);
        relativePath = Path.GetRelativePath(run.Folder, path).Replace('\\', '/');
        this.time = time;
        this.mask = mask;
        try
        {
            Directory.CreateDirectory(run.LogFolder);
            writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
        }
        catch (IOException e)
        {
            Problem = e.Message;
            writer = StreamWriter.Null;
        }
    }

    public string FullPath => path;

    /// <summary>A program that outlives its step may still speak: what comes after the end is not part of the step.</summary>
    public void Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        lock (gate)
        {
            if (closed || Problem is not null)
                return;
            try
            {
                writer.WriteLine($"{time.GetUtcNow():HH:mm:ss.fff} {mask(text).Replace("\r", "", StringComparison.Ordinal)}");
            }
            catch (IOException e)
            {
                Problem = e.Message;
            }
        }
    }

    /// <summary>Closes the file and says what it holds; null where there is none.</summary>
    public ReceiptLog? Close()
    {
        Dispose();
        return ReferenceEquals(writer, StreamWriter.Null) ? null : new ReceiptLog(relativePath, RunVerifier.Sha256Of(path));
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (closed)
                return;
            closed = true;
            try
            {
                writer.Dispose();
            }
            catch (IOException e)
            {
                Problem ??= e.Message;
            }
        }
    }
}
