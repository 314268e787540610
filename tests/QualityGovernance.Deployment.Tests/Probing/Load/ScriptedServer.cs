using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QualityGovernance.Deployment.Tests.Probing.Load;

/// <summary>A server that does with each request what a test says, on the level of bytes: half an answer, none, a closed connection.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>In the place of an answer: the connection is closed without a word.</summary>
    public const string Closed = "";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<ScriptedRequest, Task<string>> answer;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task accepting;

    public ScriptedServer(Func<ScriptedRequest, Task<string>> answer)
    {
        this.answer = answer;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    public ScriptedServer(Func<ScriptedRequest, string> answer)
        : this(request => Task.FromResult(answer(request)))
    {
    }

    public Uri Address { get; }

    public ConcurrentQueue<ScriptedRequest> Requests { get; } = [];

    public static string Answer(int status, string body) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} -\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var number = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token), ++number);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client, int connection)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream, connection) is { } request)
                {
                    Requests.Enqueue(request);
                    var text = await answer(request);
                    if (text == Closed)
                        return;
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stopping.Token);
                    if (!text.EndsWith('}'))
                        return;
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client or the test has ended.
            }
        }
    }

    private async Task<ScriptedRequest?> ReadAsync(NetworkStream stream, int connection)
    {
        var text = new StringBuilder();
        var buffer = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(buffer, stopping.Token) == 0)
                return null;
            text.Append((char)buffer[0]);
        }

        var lines = text.ToString().Split("\r\n");
        var length = lines.Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(line => int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture)).FirstOrDefault();
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, stopping.Token);
        var words = lines[0].Split(' ');
        return new ScriptedRequest(words[0], words[1], Encoding.UTF8.GetString(body), connection);
    }
}
