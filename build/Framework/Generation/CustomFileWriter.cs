namespace Nuke.Common.Utilities;

/// <summary>Writes indented lines.</summary>
public class CustomFileWriter(StreamWriter streamWriter, int indentationFactor, string commentPrefix)
{
    private int _indentation;

    public void WriteLine(string text = null) =>
        streamWriter.WriteLine(text == null ? string.Empty : ' '.Repeat(_indentation * indentationFactor) + text);

    public void WriteComment(string text = null) => WriteLine($"{commentPrefix} {text}".TrimEnd());

    public void Write(Action<CustomFileWriter> writer) => writer(this);

    public IDisposable Indent() => DelegateDisposable.CreateBracket(() => _indentation++, () => _indentation--);
}
