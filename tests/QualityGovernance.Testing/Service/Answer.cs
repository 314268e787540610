using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace QualityGovernance.Testing.Service;

/// <summary>What the service answered.</summary>
public sealed record Answer(HttpStatusCode Status, JsonElement Body, HttpResponseHeaders Headers, string Text)
{
    public int Id => Body.GetProperty("id").GetInt32();

    public string Message => this["message"];

    public int Total => Body.GetProperty("total").GetInt32();

    public IReadOnlyList<JsonElement> Items => [.. Body.GetProperty("items").EnumerateArray()];

    /// <summary>As it was sent, quotes included; null without one.</summary>
    public string? EntityTag => Headers.ETag?.ToString();

    /// <summary>Of a page: the place that the next one begins at; null at the end.</summary>
    public string? NextAfter => Body.GetProperty("next_after").GetString();

    /// <summary>The names of the fields that a 422 complains about.</summary>
    public IReadOnlyList<string> WrongFields =>
        [.. Body.GetProperty("details").GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!)];

    /// <summary>A text member of the body.</summary>
    public string this[string name] => Body.GetProperty(name).GetString()!;

    public Answer MustBe(HttpStatusCode status)
    {
        if (Status != status) throw new InvalidOperationException($"The service answered {(int)Status} instead of {(int)status}: {Text}");
        return this;
    }
}
