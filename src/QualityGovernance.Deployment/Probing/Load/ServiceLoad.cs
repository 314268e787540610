using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Probing.Load;

/// <summary>The load of this product: reading and writing, on new connections and on kept ones, and writing slowly. It remembers every write that was acknowledged.</summary>
/// <param name="token">Of an account that may read and write incidents.</param>
/// <param name="mark">Stands in the title of everything that is written.</param>
/// <param name="time">The clock of slow bodies.</param>
internal sealed class ServiceLoad(string token, string mark, TimeProvider time)
{
    private const string Incidents = "/api/v1/incidents";

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    /// <summary>So many characters that a slow body is faster than what servers take for an attack.</summary>
    private const int SlowLength = 3000;

    private readonly ConcurrentDictionary<string, string> written = new();

    /// <summary>Title of each acknowledged write, by the path that it is read at.</summary>
    public IReadOnlyDictionary<string, string> Written => written;

    /// <summary>Two in a hundred take five seconds.</summary>
    public IReadOnlyList<LoadRequest> Mix =>
    [
        new("GET new", 34, OnNewConnection: true, _ => Get("/healthz"), answer => Is(answer, HttpStatusCode.OK, "status", "ok")),
        new("GET kept", 34, OnNewConnection: false, _ => Get($"{Incidents}?page_size=5"), answer => Is(answer, HttpStatusCode.OK, "page", "1")),
        new("POST new", 15, OnNewConnection: true, number => Post(number, Body(number)), Acknowledged),
        new("POST kept", 15, OnNewConnection: false, number => Post(number, Body(number)), Acknowledged),
        new("POST slow new", 1, OnNewConnection: true, number => Post(number, SlowIncident(number)), Acknowledged),
        new("POST slow kept", 1, OnNewConnection: false, number => Post(number, SlowIncident(number)), Acknowledged),
    ];

    /// <summary>Reads everything that was acknowledged.</summary>
    /// <returns>A line for each write that is not there, or not as it was acknowledged.</returns>
    public async Task<IReadOnlyList<string>> MissingAsync(HttpClient client, CancellationToken cancellation)
    {
        var missing = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(written, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation }, async (write, stop) =>
        {
            using var request = Get(write.Key);
            using var response = await client.SendAsync(request, stop);
            if (Is(await JsonAnswer.ReadAsync(response, stop), HttpStatusCode.OK, "title", write.Value) is { } wrong)
                missing.Enqueue($"{write.Key}: {wrong}");
        });
        return [.. missing.Order(StringComparer.Ordinal)];
    }

    private HttpRequestMessage Get(string path) => With(new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));

    private HttpRequestMessage Post(long number, HttpContent content)
    {
        var request = With(new HttpRequestMessage(HttpMethod.Post, new Uri(Incidents, UriKind.Relative)) { Content = content });
        request.Headers.Add("X-Request-ID", $"{mark}-{number}");
        return request;
    }

    private HttpRequestMessage With(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private StringContent Body(long number) => new(Incident(number, 40).ToJsonString(), Encoding.UTF8, "application/json");

    private SlowBody SlowIncident(long number) => new(Encoding.UTF8.GetBytes(Incident(number, SlowLength).ToJsonString()), Slow, time);

    private JsonObject Incident(long number, int length) => new()
    {
        ["title"] = $"{mark} {number}",
        ["description"] = new string('x', length),
        ["incident_date"] = "2026-01-02T03:04:05Z",
        ["severity"] = "low",
        ["location"] = "Load",
    };

    private string? Acknowledged(JsonAnswer answer)
    {
        if (answer.Status != HttpStatusCode.Created)
            return answer.ToString();
        if (answer["id"] is not { } id || answer["title"] is not { } title)
            return $"It was acknowledged without an id and a title: {answer}";
        return written.TryAdd($"{Incidents}/{id}", title) ? null : $"The id {id} was given twice.";
    }

    private static string? Is(JsonAnswer answer, HttpStatusCode status, string property, string value) =>
        answer.Status == status && answer[property] == value ? null : answer.ToString();
}
