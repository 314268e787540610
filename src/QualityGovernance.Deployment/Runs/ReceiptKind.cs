using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityGovernance.Deployment.Runs;

/// <summary>What a receipt is about.</summary>
[JsonConverter(typeof(ReceiptKindConverter))]
public enum ReceiptKind
{
    /// <summary>Opens the run: its inputs, and in <c>steps</c> the steps that it has to show.</summary>
    RunStarted,

    /// <summary>One step of the run.</summary>
    Step,

    /// <summary>Something that this kind of run cannot show, with the reason.</summary>
    Item,

    /// <summary>The removal of everything the run made, and the check that nothing is left.</summary>
    Teardown,

    /// <summary>Seals the run: states how many receipts stand before it.</summary>
    RunFinished,
}

internal sealed class ReceiptKindConverter : JsonConverter<ReceiptKind>
{
    public override ReceiptKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        foreach (var kind in Enum.GetValues<ReceiptKind>())
        {
            if (Word(kind) == text)
                return kind;
        }

        throw new JsonException($"\"{text}\" is not a kind of receipt.");
    }

    public override void Write(Utf8JsonWriter writer, ReceiptKind value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Word(value));

    private static string Word(ReceiptKind kind) => OutcomeWords.Spaced(kind.ToString()).Replace(' ', '-');
}
