using System.Text;

namespace Nuke.Common.Execution;

/// <summary>
/// Stands in front of standard output and error, so that no secret passes whoever writes.
/// Text that may be the beginning of a secret is held back until it is decided.
/// </summary>
internal sealed class MaskingWriter(TextWriter inner) : TextWriter
{
    private readonly Lock _lock = new();
    private string _held = string.Empty;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Pass(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Pass(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Pass(buffer.ToString());

    public override void Write(string value) => Pass(value);

    public override void WriteLine(string value) => Pass(value + Environment.NewLine);

    /// <summary>Writes a line past the mask: for telling the host itself what to mask.</summary>
    public void WriteUnmasked(string line)
    {
        lock (_lock)
        {
            inner.WriteLine(line);
            inner.Flush();
        }
    }

    public override void Flush()
    {
        lock (_lock)
            inner.Flush();
    }

    /// <summary>Lets go of text that was held back: nothing will follow it.</summary>
    public void Finish()
    {
        lock (_lock)
        {
            inner.Write(_held);
            _held = string.Empty;
            inner.Flush();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Finish();
        base.Dispose(disposing);
    }

    private void Pass(string value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        lock (_lock)
        {
            var text = _held + value;
            _held = string.Empty;
            if (!SecretMask.IsEmpty)
            {
                text = SecretMask.Apply(text);
                var tail = SecretMask.UndecidedTail(text);
                _held = text[^tail..];
                text = text[..^tail];
            }
            inner.Write(text);
            if (text.EndsWith('\n') || _held.Length == 0)
                inner.Flush();
        }
    }
}
