using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityGovernance.Platform.Http;

/// <summary>A whole number however it is written: 1.0 and 1e2 are integers by JSON Schema, and languages that know one kind of number send them. Nothing else is rounded.</summary>
internal sealed class WholeNumberConverter : JsonConverter<int>
{
    private static readonly string Unreadable = $"This must be a whole number from {int.MinValue} to {int.MaxValue}.";

    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt32(out var whole)) return whole;
            // A decimal holds 28 digits, more than any client's numbers.
            if (reader.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue) return (int)number;
        }

        throw new UnreadableValueException(Unreadable);
    }

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
