using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Probing;

/// <summary>Speaks to the service as any client would, and takes nothing but the right answer.</summary>
public sealed class ApiClient(HttpClient client)
{
    private string? token;

    /// <summary>Logs in and returns the tokens, so that the caller can keep them out of every log.</summary>
    public async Task<IReadOnlyList<string>> LogInAsync(string email, string password, CancellationToken cancellation)
    {
        var answer = await SendAsync(HttpMethod.Post, "/api/v1/auth/login", new JsonObject { ["email"] = email, ["password"] = password }, HttpStatusCode.OK, cancellation);
        token = answer["access_token"] ?? throw new DeploymentException("POST /api/v1/auth/login answered 200 without an access_token.");
        return [token, answer["refresh_token"] ?? token];
    }

    public Task<JsonAnswer> GetAsync(string path, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, path, body: null, HttpStatusCode.OK, cancellation);

    /// <summary>Whether a record can be read; anything but there and not there is an error.</summary>
    public async Task<bool> ExistsAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await SentAsync(request, cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.NotFound => false,
            _ => throw new ApiException($"GET {path}", await JsonAnswer.ReadAsync(response, cancellation), "200 or 404"),
        };
    }

    public Task<JsonAnswer> CreateAsync(string path, JsonObject body, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, path, body, HttpStatusCode.Created, cancellation);

    private async Task<JsonAnswer> SendAsync(HttpMethod method, string path, JsonObject? body, HttpStatusCode expected, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await SentAsync(request, cancellation);
        var answer = await JsonAnswer.ReadAsync(response, cancellation);
        if (answer.Status != expected)
            throw new ApiException($"{method} {path}", answer, $"{(int)expected}");
        return answer.Json is not null ? answer : throw new ApiException($"{method} {path}", answer, "a JSON object");
    }

    private async Task<HttpResponseMessage> SentAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await client.SendAsync(request, cancellation);
        }
        catch (HttpRequestException e)
        {
            throw new DeploymentException($"{request.Method} {request.RequestUri} was not answered: {e.Message}", inner: e);
        }
        catch (TaskCanceledException e) when (e.InnerException is TimeoutException)
        {
            throw new DeploymentException($"{request.Method} {request.RequestUri} was not answered within {client.Timeout.TotalSeconds:0} s.", inner: e);
        }
    }
}
