using System.Net;
using System.Text.Json;

namespace QualityGovernance.Platform.Tests.Support;

/// <summary>An answer, read whole.</summary>
internal sealed record Answer(HttpStatusCode Status, string? ContentType, string Text, HttpResponseMessage Message)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public int StatusCode => (int)Status;

    /// <summary>The messages of <c>details.errors</c> by field.</summary>
    public IReadOnlyDictionary<string, string> FieldErrors => Json.GetProperty("details").GetProperty("errors").EnumerateArray()
        .ToDictionary(e => e.GetProperty("field").GetString()!, e => e.GetProperty("message").GetString()!);

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>Everything an error must have, whatever it is about.</summary>
    public void ShouldBeAProblem(int status)
    {
        StatusCode.ShouldBe(status, Text);
        ContentType.ShouldBe("application/problem+json");
        Json.GetProperty("status").GetInt32().ShouldBe(status);
        Json.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        Json.GetProperty("type").GetString().ShouldBe("about:blank");
        Json.GetProperty("instance").GetString().ShouldBe(Message.RequestMessage!.RequestUri!.AbsolutePath);
        Json.GetProperty("detail").GetString().ShouldBe(Json.GetProperty("message").GetString());
        Json.GetProperty("error_code").GetString().ShouldBe($"{status}");
        Json.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        Json.GetProperty("details").ValueKind.ShouldBe(JsonValueKind.Object);
        Json.GetProperty("request_id").GetString().ShouldBe(Header("X-Request-ID"));
        Text.ShouldNotContain("   at ");
    }
}
