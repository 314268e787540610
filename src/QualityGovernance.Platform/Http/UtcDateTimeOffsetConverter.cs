using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityGovernance.Platform.Http;

/// <summary>ISO 8601 in UTC with a Z. A time without an offset is read as UTC, as the replaced service did.</summary>
internal sealed class UtcDateTimeOffsetConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value.UtcDateTime));

    internal static DateTimeOffset Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTime(out var time))
            throw new UnreadableValueException("This must be a date and time of ISO 8601, such as 2026-01-31T09:30:00Z.");
        // Local here means that an offset was written; the reader has applied it.
        return time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.Zero) : new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero);
    }

    internal static string Text(DateTime utc) => utc.ToString(Format, CultureInfo.InvariantCulture);
}
