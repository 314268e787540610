using System.Text.Json;

namespace QualityGovernance.Platform.Http;

/// <summary>A JSON value that a converter refuses, with a sentence that callers may read.</summary>
internal sealed class UnreadableValueException(string message) : JsonException(message)
{
    /// <summary>The serialiser appends a path to <see cref="Exception.Message"/>; this stays as it was.</summary>
    public string Sentence { get; } = message;
}
