using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>
/// A DSSE envelope: a payload and the signatures over it (Dead Simple Signing Envelope, version 1.0.2). It is read only in the one form in which it is
/// written, so that no byte of its file can change unnoticed.
/// </summary>
/// <param name="PayloadType">What the payload is.</param>
/// <param name="Payload">Its bytes.</param>
/// <param name="Signatures">At least one.</param>
public sealed record Envelope(string PayloadType, byte[] Payload, IReadOnlyList<EnvelopeSignature> Signatures)
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Signs a payload.</summary>
    public static Envelope Sign(string payloadType, byte[] payload, IEnvelopeSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return new Envelope(payloadType, payload, [new EnvelopeSignature(signer.KeyId, signer.Sign(Signed(payloadType, payload)))]);
    }

    /// <exception cref="DeploymentException">It is not in the form in which envelopes are written.</exception>
    public static Envelope Parse(string text, string source)
    {
        var envelope = TryParse(text);
        return envelope?.ToString() == text
            ? envelope
            : throw new DeploymentException($"{source} is not an envelope in the form in which it was written: it was changed, or is something else.");
    }

    /// <summary>The trusted keys that have signed exactly this payload.</summary>
    public IReadOnlyList<TrustedKey> SignedBy(TrustedKeys trusted)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        var content = Signed(PayloadType, Payload);
        return [.. Signatures.Select(signature => trusted.Find(signature.KeyId) is { } key && key.Verifies(content, signature.Value) ? key : null).OfType<TrustedKey>()];
    }

    public override string ToString()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Form))
        {
            json.WriteStartObject();
            json.WriteString("payloadType", PayloadType);
            json.WriteString("payload", Convert.ToBase64String(Payload));
            json.WriteStartArray("signatures");
            foreach (var signature in Signatures)
            {
                json.WriteStartObject();
                json.WriteString("keyid", signature.KeyId);
                json.WriteString("sig", Convert.ToBase64String(signature.Value));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The pre-authentication encoding: what is signed names its type and its length, so that nothing else has the same signature.</summary>
    internal static byte[] Signed(string payloadType, byte[] payload) =>
        [.. Encoding.UTF8.GetBytes($"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {payload.Length} "), .. payload];

    private static Envelope? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return new Envelope(
                root.GetProperty("payloadType").GetString()!,
                root.GetProperty("payload").GetBytesFromBase64(),
                [.. root.GetProperty("signatures").EnumerateArray().Select(one => new EnvelopeSignature(one.GetProperty("keyid").GetString()!, one.GetProperty("sig").GetBytesFromBase64()))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
