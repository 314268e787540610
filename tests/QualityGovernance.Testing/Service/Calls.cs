using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace QualityGovernance.Testing.Service;

/// <summary>Requests in one line.</summary>
public static class Calls
{
    public static Task<Answer> Get(this HttpClient client, string path) => client.Send(HttpMethod.Get, path, null);

    public static Task<Answer> Post(this HttpClient client, string path, object? body) => client.Send(HttpMethod.Post, path, body);

    public static Task<Answer> Put(this HttpClient client, string path, object? body) => client.Send(HttpMethod.Put, path, body);

    public static Task<Answer> Patch(this HttpClient client, string path, object? body) => client.Send(HttpMethod.Patch, path, body);

    public static Task<Answer> Delete(this HttpClient client, string path) => client.Send(HttpMethod.Delete, path, null);

    /// <param name="client">Carries the token.</param>
    /// <param name="method">Of the request.</param>
    /// <param name="path">With its query.</param>
    /// <param name="body">Written as JSON; a text is sent as it is.</param>
    /// <param name="headers">As they are, well-formed or not.</param>
    public static async Task<Answer> Send(this HttpClient client, HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers ?? []) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = body is string raw ? new StringContent(raw, Encoding.UTF8, "application/json") : JsonContent.Create(body);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = text.Length > 0 && response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return new(response.StatusCode, json ? JsonElement.Parse(text) : default, response.Headers, text);
    }
}
