using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityGovernance.Platform.Http;

/// <summary>The same for <see cref="DateTime"/>, which is UTC everywhere inside the service.</summary>
internal sealed class UtcDateTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UtcDateTimeOffsetConverter.Read(ref reader).UtcDateTime;

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(UtcDateTimeOffsetConverter.Text(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value));
}
