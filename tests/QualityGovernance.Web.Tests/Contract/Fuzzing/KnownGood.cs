using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Contract.Fuzzing;

/// <summary>
/// Bodies that the service accepts and ids of records that exist, found by trying: where a field is refused, the next guess is sent. Without them a bad value
/// would be refused for something else. What no guess can find, because another record has to be in some state, is prepared.
/// </summary>
/// <param name="client">A superuser's.</param>
/// <param name="contract">The document.</param>
/// <param name="records">Prepares records; null where the service has no such modules.</param>
internal sealed class KnownGood(HttpClient client, ApiContract contract, Records? records = null)
{
    private const int MostTries = 8;

    private static readonly string[] Texts = ["\"Fuzz\"", "\"fuzz@example.org\"", "\"2026-01-02\"", "\"A long passphrase 1\"", "\"yes\"", "\"1.2\""];

    private static readonly string NextMonth = TimeProvider.System.GetUtcNow().AddDays(30).ToString("'\"'yyyy-MM-dd'T'00:00:00'Z\"'", CultureInfo.InvariantCulture);

    private readonly Dictionary<string, JsonObject> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private int _made;

    public IReadOnlyCollection<string> Bodies => _bodies.Keys;

    /// <summary>What the operation takes; a guess where nothing was found.</summary>
    public JsonObject BodyOf(ApiOperation operation) =>
        (_bodies.TryGetValue($"{operation}", out var body) ? body : Guess(operation, [])).DeepClone().AsObject();

    public bool IsKnown(ApiOperation operation) => _bodies.ContainsKey($"{operation}");

    /// <summary>The address with ids of records that exist, as far as there are any.</summary>
    public string AddressOf(ApiOperation operation) => string.Join('/', operation.Path.Split('/').Select((part, index) => part.StartsWith('{') ? IdFor(operation.Path, index) : part));

    /// <summary>Operations in whose address an id of a record that exists is not known.</summary>
    public IReadOnlyList<ApiOperation> Unreached => [.. contract.Operations.Values.Where(operation => operation.Path.Split('/').Index().Any(part => part.Item.StartsWith('{') && part.Item != "{number}" && KnownId(operation.Path, part.Index) is null))];

    public async Task FindAsync()
    {
        if (records is not null)
            foreach (var prepare in Records.Prepared) await UseAsync(await prepare(records));
        foreach (var operation in contract.Operations.Values.Where(operation => operation is { Method: "POST", Request.Count: > 0 }).OrderBy(operation => operation.Path.Length))
            await TryAsync(operation);
    }

    /// <summary>Makes a record for the operation, unless one was made.</summary>
    private async Task TryAsync(ApiOperation operation)
    {
        if (IsKnown(operation)) return;
        var guesses = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var body = Guess(operation, guesses);
            using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(new Uri(AddressOf(operation), UriKind.Relative), content);
            if (response.IsSuccessStatusCode)
            {
                _bodies[$"{operation}"] = body;
                if (response.StatusCode == HttpStatusCode.Created && await response.Content.ReadFromJsonAsync<JsonObject>() is { } made && made["id"] is { } id)
                    _ids[operation.Path] = id.ToJsonString();
                return;
            }

            if ((int)response.StatusCode != 422 || response.Content.Headers.ContentType?.MediaType != "application/problem+json") return;
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync());
            foreach (var error in answer?["details"]?["errors"] as JsonArray ?? [])
            {
                var field = ((string?)error?["field"] ?? "").Split('.', '[')[0];
                guesses[field] = guesses.GetValueOrDefault(field, -1) + 1;
            }
        }
    }

    private async Task UseAsync((string Path, object Body) request)
    {
        var address = request.Path.Split('/');
        var operation = contract.Operations.Values.Single(candidate => candidate.Method == "POST" && Matches(candidate.Path.TrimEnd('/').Split('/'), address));
        using var response = await client.PostAsJsonAsync(new Uri(request.Path, UriKind.Relative), request.Body);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, $"{operation}: {await response.Content.ReadAsStringAsync()}");
        _bodies[$"{operation}"] = JsonSerializer.SerializeToNode(request.Body)!.AsObject();
        _ids[operation.Path] = (await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.ToJsonString();
        var pattern = operation.Path.Split('/');
        foreach (var (index, part) in pattern.Index().Where(part => part.Item.StartsWith('{'))) _ids[string.Join('/', pattern[..index])] = address[index];
    }

    private static bool Matches(string[] pattern, string[] address) => pattern.Length == address.Length && pattern.Zip(address).All(part => part.First.StartsWith('{') || part.First == part.Second);

    /// <summary>What is required, and what was complained about.</summary>
    private JsonObject Guess(ApiOperation operation, Dictionary<string, int> guesses)
    {
        var body = new JsonObject();
        foreach (var (name, value) in Fields(operation).Where(field => field.Value.Required || guesses.ContainsKey(field.Key)))
            body[name] = JsonNode.Parse(Value(operation, name, value, guesses.GetValueOrDefault(name)));
        return body;
    }

    public static IEnumerable<KeyValuePair<string, ApiValue>> Fields(ApiOperation operation) =>
        operation.Request.Where(place => place.Key.Length > 0 && !place.Key.Contains('.') && !place.Key.Contains('['));

    private string Value(ApiOperation operation, string name, ApiValue value, int guess)
    {
        if (value.Values is { } values) return $"\"{values.ElementAt(guess % values.Count)}\"";
        // What has happened, or what is planned.
        if (value.Format == "date-time") return guess % 2 == 0 ? "\"2026-01-02T03:04:05Z\"" : NextMonth;
        if (value.Format == "date") return "\"2026-01-02\"";
        if (value.Types.Contains("boolean")) return guess % 2 == 0 ? "true" : "false";
        if (value.Types.Contains("integer") || value.Types.Contains("number")) return name.EndsWith("_id", StringComparison.Ordinal) ? IdNamed(name) : $"{guess + 1}";
        if (value.Types.Contains("array")) return guess == 0 ? "[]" : "[\"Fuzz\"]";
        if (value.Types.Contains("object")) return "{}";
        if (name.Contains("password", StringComparison.Ordinal)) return "\"A long passphrase 1\"";
        var text = Texts[(name.Contains("email", StringComparison.Ordinal) ? guess + 1 : guess) % Texts.Length];
        // Names that must be unique stay so; a short one stays short.
        return operation.Method == "POST" && text is "\"Fuzz\"" or "\"fuzz@example.org\"" ? text.Replace("uzz", $"{_made++}", StringComparison.Ordinal) : text;
    }

    private string IdNamed(string name) => _ids.Where(made => Singular(made.Key.Split('/')[^1]) + "_id" == name).Select(made => made.Value).FirstOrDefault("1");

    /// <summary>Every policy has a version 1, and no other kind of record a number for an id.</summary>
    private string IdFor(string path, int index) => KnownId(path, index) ?? "1";

    /// <summary>The record made by the collection before the place; else by one of that name in the same module.</summary>
    private string? KnownId(string path, int index)
    {
        var parts = path.Split('/');
        if (_ids.TryGetValue(string.Join('/', parts[..index]), out var made)) return made;
        var module = string.Join('/', parts.Take(4));
        var name = parts[index].Trim('{', '}');
        return _ids.Where(pair => pair.Key.StartsWith(module, StringComparison.Ordinal) && Singular(pair.Key.Split('/')[^1]) + "_id" == name).Select(pair => pair.Value).FirstOrDefault();
    }

    private static string Singular(string plural) =>
        plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y" : plural.Replace('-', '_').TrimEnd('s');
}
