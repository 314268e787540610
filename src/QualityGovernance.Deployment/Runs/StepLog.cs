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

    public StepLog(Run run, string fileName, TimeProvider time, Func<string, string> mask)
    {
        ArgumentNullException.ThrowIfNull(run);
        Directory.CreateDirectory(run.LogFolder);
        path = Path.Combine(run.LogFolder, fileName);
        relativePath = Path.GetRelativePath(run.Folder, path).Replace('\\', '/');
        this.time = time;
        this.mask = mask;
        writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
    }

    public string FullPath => path;

    /// <summary>A program that outlives its step may still speak: what comes after the end is not part of the step.</summary>
    public void Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        lock (gate)
        {
            if (!closed)
                writer.WriteLine($"{time.GetUtcNow():HH:mm:ss.fff} {mask(text).Replace("\r", "", StringComparison.Ordinal)}");
        }
    }

    /// <summary>Closes the file and says what it holds.</summary>
    public ReceiptLog Close()
    {
        Dispose();
        return new ReceiptLog(relativePath, RunVerifier.Sha256Of(path));
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            writer.Dispose();
        }
    }
}
