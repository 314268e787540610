using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>An in-toto statement (version 1): what is said of which things, each named with its SHA-256.</summary>
/// <param name="Subjects">Hashes by name.</param>
/// <param name="PredicateType">What kind of thing is said.</param>
/// <param name="Predicate">What is said.</param>
public sealed record Statement(IReadOnlyDictionary<string, string> Subjects, string PredicateType, JsonObject Predicate)
{
    public const string PayloadType = "application/vnd.in-toto+json";

    private const string Type = "https://in-toto.io/Statement/v1";

    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Envelope Sign(IEnvelopeSigner signer) => Envelope.Sign(PayloadType, Encoding.UTF8.GetBytes(ToString()), signer);

    /// <exception cref="DeploymentException">The envelope holds something else.</exception>
    public static Statement Of(Envelope envelope, string source)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        if (envelope.PayloadType == PayloadType && TryParse(envelope.Payload) is { } statement)
            return statement;
        throw new DeploymentException($"{source} holds no in-toto statement.");
    }

    public override string ToString() => new JsonObject
    {
        ["_type"] = Type,
        ["subject"] = new JsonArray([.. Subjects.OrderBy(subject => subject.Key, StringComparer.Ordinal).Select(subject => new JsonObject { ["name"] = subject.Key, ["digest"] = new JsonObject { ["sha256"] = subject.Value } })]),
        ["predicateType"] = PredicateType,
        ["predicate"] = Predicate.DeepClone(),
    }.ToJsonString(Form) + "\n";

    private static Statement? TryParse(byte[] payload)
    {
        try
        {
            return JsonNode.Parse(payload) is JsonObject root && (string?)root["_type"] == Type
                && root["subject"] is JsonArray subjects && (string?)root["predicateType"] is { } type && root["predicate"] is JsonObject predicate
                    ? new Statement(Read(subjects), type, predicate)
                    : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Read(JsonArray subjects) => subjects.ToDictionary(
        subject => (string?)subject?["name"] ?? throw new JsonException("A subject has no name."),
        subject => (string?)subject?["digest"]?["sha256"] ?? throw new JsonException("A subject has no SHA-256."),
        StringComparer.Ordinal);
}
