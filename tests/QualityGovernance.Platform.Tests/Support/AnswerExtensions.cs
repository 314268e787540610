using System.Net.Http.Headers;
using System.Text;

namespace QualityGovernance.Platform.Tests.Support;

internal static class AnswerExtensions
{
    public static Task<Answer> AskAsync(this HttpClient client, string path, string? requestId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (requestId is not null)
            request.Headers.TryAddWithoutValidation("X-Request-ID", requestId);
        return client.AnswerAsync(request);
    }

    public static Task<Answer> SendJsonAsync(this HttpClient client, HttpMethod method, string path, string body, string mediaType = "application/json") =>
        client.AnswerAsync(new HttpRequestMessage(method, path)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
        });

    public static async Task<Answer> AnswerAsync(this HttpClient client, HttpRequestMessage request)
    {
        var message = await client.SendAsync(request);
        return new Answer(message.StatusCode, message.Content.Headers.ContentType?.MediaType, await message.Content.ReadAsStringAsync(), message);
    }
}
