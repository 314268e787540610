using System.Text;

namespace QualityGovernance.Deployment.Engine;

/// <summary>Reads one stream of a program line by line, so that the program never blocks on a full pipe.</summary>
/// <param name="mask">Applied to every line before anybody sees it.</param>
/// <param name="onLine">Hears every line.</param>
/// <param name="turn">Held while a line is told, so that the two streams of one program take turns.</param>
internal sealed class StreamPump(SecretMask mask, Action<string>? onLine, Lock turn)
{
    private readonly StringBuilder text = new();

    public string Text
    {
        get
        {
            lock (text)
                return text.ToString().TrimEnd('\n');
        }
    }

    /// <param name="reader">The stream.</param>
    /// <param name="broken">Cancelled when the listener throws: then the program has to be stopped, for nobody reads it any more.</param>
    /// <param name="drained">Ends the reading of a stream that somebody else holds open.</param>
    public async Task RunAsync(TextReader reader, CancellationTokenSource broken, CancellationToken drained)
    {
        try
        {
            while (await reader.ReadLineAsync(drained) is { } line)
                Tell(mask.Apply(line));
        }
        catch (OperationCanceledException) when (drained.IsCancellationRequested)
        {
            // What was read until now is the program's own output.
        }
        catch
        {
            await broken.CancelAsync();
            throw;
        }
    }

    private void Tell(string line)
    {
        lock (text)
            text.Append(line).Append('\n');
        if (onLine is null)
            return;
        lock (turn)
            onLine(line);
    }
}
