using System.Net;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A client that asks again and again, on a new connection each time, and remembers how what it is told changes.</summary>
internal sealed class AnswersOverTime : IAsyncDisposable
{
    public const string Nobody = "nobody";
    public const string Page = "page";

    private readonly CancellationTokenSource end = new();
    private readonly Task asking;
    private bool isDisposed;

    public AnswersOverTime(Uri address) => asking = AskAsync(address);

    /// <summary>Each kind of answer once for as long as it lasted, with how often it was given.</summary>
    public List<(string Kind, int Times)> Seen { get; } = [];

    /// <summary>What else came with the page, the last time.</summary>
    public string? RetryAfter { get; private set; }

    public string? ContentType { get; private set; }

    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        await end.CancelAsync();
        await asking;
        end.Dispose();
    }

    private async Task AskAsync(Uri address)
    {
        using var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(10) };
        while (!end.IsCancellationRequested)
        {
            var kind = await KindAsync(client, address);
            if (Seen is [.., var last] && last.Kind == kind)
                Seen[^1] = (kind, last.Times + 1);
            else
                Seen.Add((kind, 1));
            await Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(20), end.Token));
        }
    }

    private async Task<string> KindAsync(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(address);
            var body = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || !body.Contains("being maintained", StringComparison.Ordinal))
                return $"{(int)answer.StatusCode}";
            (RetryAfter, ContentType) = ($"{answer.Headers.RetryAfter}", $"{answer.Content.Headers.ContentType}");
            return Page;
        }
        catch (HttpRequestException)
        {
            return Nobody;
        }
    }
}
