using System.IO.Pipelines;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>Lines that end in a line feed and nothing else: a reader that forgives other ends of lines does not see them change.</summary>
internal static class FileLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null for a line that is not UTF-8, or a last one that does not end.</summary>
    public static async IAsyncEnumerable<string?> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(file, new(bufferSize: 65_536, leaveOpen: true));
        while (true)
        {
            var read = await pipe.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                yield return Text(buffer.Slice(0, end));
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            var isUnended = read.IsCompleted && !buffer.IsEmpty;
            pipe.AdvanceTo(buffer.Start, buffer.End);
            if (isUnended) yield return null;
            if (read.IsCompleted) break;
        }

        await pipe.CompleteAsync();
    }

    private static string? Text(ReadOnlySequence<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
