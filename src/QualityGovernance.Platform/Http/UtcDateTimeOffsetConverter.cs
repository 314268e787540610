using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityGovernance.Platform.Http;

/// <summary>ISO 8601 in UTC with a Z. A time without an offset is read as UTC, as the replaced service did.</summary>
internal sealed class UtcDateTimeOffsetConverter : JsonConverter<DateTimeOffset>
{
    internal const string Unreadable = "This must be a date and time of ISO 8601, such as 2026-01-31T09:30:00Z.";

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value.UtcDateTime));

    internal static DateTimeOffset Read(ref Utf8JsonReader reader) => TryRead(ref reader, out var moment) ? moment : throw new UnreadableValueException(Unreadable);

    /// <summary>Outside of JSON, such as in a query, in the same forms.</summary>
    internal static bool TryRead(string text, out DateTimeOffset moment)
    {
        var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(text));
        reader.Read();
        return TryRead(ref reader, out moment);
    }

    private static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset moment)
    {
        moment = default;
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTime(out var time)) return false;
        // Local here means that an offset was written; the reader has applied it.
        moment = new DateTimeOffset(time.Kind == DateTimeKind.Unspecified ? time : time.ToUniversalTime(), TimeSpan.Zero);
        return true;
    }

    internal static string Text(DateTime utc) => utc.ToString(Format, CultureInfo.InvariantCulture);
}
