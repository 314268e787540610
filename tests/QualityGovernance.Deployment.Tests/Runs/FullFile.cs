namespace QualityGovernance.Deployment.Tests.Runs;

/// <summary>The file of a ledger on a disk that has space for so many lines and half of another.</summary>
internal sealed class FullFile(string path, int lines) : FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0)
{
    private int left = lines;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (left-- > 0)
        {
            base.Write(buffer);
            return;
        }

        base.Write(buffer[..(buffer.Length / 2)]);
        throw new IOException("No space left on device");
    }
}
