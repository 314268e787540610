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
/// would be refused for something else.
/// </summary>
/// <param name="client">A superuser's.</param>
/// <param name="contract">The document.</param>
/// <param name="records">Makes what <see cref="Records.Accepted"/> says; null where trying is enough.</param>
internal sealed class KnownGood(HttpClient client, ApiContract contract, Records? records = null)
{
    private const int MostTries = 8;

    private static readonly string[] Texts = ["\"Fuzz\"", "\"fuzz@example.org\"", "\"2026-01-02\"", "\"A long passphrase 1\"", "\"yes\"", "\"1.2\""];

    private static readonly string NextMonth = TimeProvider.System.GetUtcNow().AddDays(30).ToString("'\"'yyyy-MM-dd'T'00:00:00'Z\"'", CultureInfo.InvariantCulture);

    private readonly Dictionary<string, JsonObject> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Address, JsonObject Body)> _prepared = new(StringComparer.Ordinal);
    private int _made;

    public IReadOnlyCollection<string> Bodies => _bodies.Keys;

    /// <summary>What takes a body to make or to move something, and accepted none.</summary>
    public IEnumerable<string> Refused => contract.Operations.Values.Where(operation => operation is { Method: "POST", Request.Count: > 0 } && !IsKnown(operation)).Select(operation => $"{operation}");

    /// <summary>What the operation takes; a guess where nothing was found.</summary>
    public JsonObject BodyOf(ApiOperation operation) => Over(_bodies.TryGetValue($"{operation}", out var body) ? body.DeepClone().AsObject() : Guess(operation, []), operation);

    public bool IsKnown(ApiOperation operation) => _bodies.ContainsKey($"{operation}");

    /// <summary>The address with ids of records that exist, as far as there are any: <see cref="LostAsync"/> tells.</summary>
    public string AddressOf(ApiOperation operation) => _prepared.TryGetValue($"{operation}", out var prepared) ? prepared.Address : string.Join('/', operation.Path.Split('/').Select((part, index) => part.StartsWith('{') ? IdFor(operation.Path, index) : part));

    public async Task FindAsync()
    {
        foreach (var operation in contract.Operations.Values.Where(operation => operation.Method == "POST").OrderBy(operation => operation.Path.Length))
        {
            await PrepareAsync(operation);
            if (operation.Request.Count == 0) continue;
            await TryAsync(operation);
            // What was moved on by being accepted accepts nothing more.
            await PrepareAsync(operation);
        }
    }

    /// <summary>Operations on a record that does not exist, so that whatever is sent to them is refused for that alone.</summary>
    public async Task<IReadOnlyList<string>> LostAsync()
    {
        var lost = new List<string>();
        foreach (var operation in contract.Operations.Values.Where(operation => operation.Path.Contains('{', StringComparison.Ordinal)))
        {
            var parts = operation.Path.Split('/');
            var length = Array.FindLastIndex(parts, part => part.StartsWith('{')) + 1;
            var address = string.Join('/', AddressOf(operation).Split('/').Take(length));
            if (!await IsThereAsync(string.Join('/', parts.Take(length)), address)) lost.Add($"{operation}: there is nothing at {address}");
        }

        return lost;
    }

    /// <summary>Read; or changed in nothing, where one record can't be read.</summary>
    private async Task<bool> IsThereAsync(string path, string address)
    {
        var method = Array.Find(["GET", "PATCH", "PUT"], method => contract.Operations.ContainsKey(ApiContract.Key(method, path)))
            ?? throw new NotSupportedException($"Nothing reads or changes {path}, so that nothing tells whether there is a record. Say here what does.");
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method != "GET") request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        return response.StatusCode != HttpStatusCode.NotFound;
    }

    private async Task PrepareAsync(ApiOperation operation)
    {
        if (records is null || !Records.Accepted.TryGetValue($"{operation}", out var prepare)) return;
        var (address, body) = await prepare(records);
        _prepared[$"{operation}"] = (address, JsonSerializer.SerializeToNode(body)?.AsObject() ?? []);
    }

    /// <summary>The body with what was prepared for it.</summary>
    private JsonObject Over(JsonObject body, ApiOperation operation)
    {
        foreach (var (name, value) in _prepared.TryGetValue($"{operation}", out var prepared) ? prepared.Body : []) body[name] = value?.DeepClone();
        return body;
    }

    /// <summary>Sends guesses until one is accepted, and keeps it and the id of what it made; gives up where something else than a field is refused.</summary>
    private async Task TryAsync(ApiOperation operation)
    {
        var guesses = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var body = Over(Guess(operation, guesses), operation);
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

    /// <summary>The record made by the collection before the place; else by one of that name in the same module.</summary>
    private string IdFor(string path, int index)
    {
        var parts = path.Split('/');
        if (_ids.TryGetValue(string.Join('/', parts[..index]), out var made)) return made;
        var module = string.Join('/', parts.Take(4));
        var name = parts[index].Trim('{', '}');
        return _ids.Where(pair => pair.Key.StartsWith(module, StringComparison.Ordinal) && Singular(pair.Key.Split('/')[^1]) + "_id" == name).Select(pair => pair.Value).FirstOrDefault("1");
    }

    private static string Singular(string plural) =>
        plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y" : plural.Replace('-', '_').TrimEnd('s');
}
