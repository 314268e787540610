using System.Net;
using System.Text;

namespace QualityGovernance.Deployment.Tests.Probing;

/// <summary>A service that answers what a test tells it to.</summary>
internal sealed class AnsweringHandler(Func<HttpRequestMessage, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
{
    public List<string> Requests { get; } = [];

    public HttpClient Client() => new(this) { BaseAddress = new Uri("http://127.0.0.1:1/") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri?.PathAndQuery} {request.Headers.Authorization}".Trim());
        var (status, body) = answer(request);
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
