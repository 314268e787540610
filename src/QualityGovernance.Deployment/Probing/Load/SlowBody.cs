using System.Net;
using System.Net.Http.Headers;

namespace QualityGovernance.Deployment.Probing.Load;

/// <summary>A body that comes in pieces over some time, as from a telephone at the edge of its network: the request is under way all the while.</summary>
/// <param name="body">JSON.</param>
/// <param name="duration">From the first piece to the last.</param>
/// <param name="time">The clock between them.</param>
internal sealed class SlowBody : HttpContent
{
    private const int Pieces = 10;

    private readonly byte[] body;
    private readonly TimeSpan pause;
    private readonly TimeProvider time;

    public SlowBody(byte[] body, TimeSpan duration, TimeProvider time)
    {
        this.body = body;
        this.time = time;
        pause = duration / (Pieces - 1);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Headers.ContentLength = body.Length;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var size = (body.Length + Pieces - 1) / Pieces;
        for (var at = 0; at < body.Length; at += size)
        {
            if (at > 0)
                await Task.Delay(pause, time);
            await stream.WriteAsync(body.AsMemory(at, Math.Min(size, body.Length - at)));
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
