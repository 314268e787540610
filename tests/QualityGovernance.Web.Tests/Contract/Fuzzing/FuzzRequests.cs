using System.Text;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Contracts;

namespace QualityGovernance.Web.Tests.Contract.Fuzzing;

/// <summary>All that is wrong with one operation at a time: each field, each parameter, the body as a whole, the headers.</summary>
internal sealed class FuzzRequests(KnownGood good, Random random)
{
    private const int HugeBody = 10 * 1024 * 1024;

    private static readonly string[] BadIds = ["999999999", "0", "-1", "2147483648", "99999999999999999999", "abc", "1e3", "1.5", "%FF", "%C3%28", "%ED%A0%80", "1%27%20OR%201=1", "..%2F1", "true"];

    /// <summary>What is refused alone: its other half stands beside it, so that what is wrong is the value.</summary>
    private static readonly Dictionary<string, string> Halves = new(StringComparer.Ordinal) { ["latitude"] = "longitude", ["longitude"] = "latitude" };

    public IEnumerable<FuzzRequest> Of(ApiOperation operation) =>
        [.. Addresses(operation), .. Queries(operation), .. Headers(operation), .. operation.Request.Count == 0 ? [] : Fields(operation).Concat(Bodies(operation))];

    private IEnumerable<FuzzRequest> Addresses(ApiOperation operation)
    {
        var (address, pattern) = (good.AddressOf(operation).Split('/'), operation.Path.Split('/'));
        var body = operation.Request.Count == 0 ? null : Encoding.UTF8.GetBytes(good.BodyOf(operation).ToJsonString());
        return from index in Enumerable.Range(0, pattern.Length)
               where pattern[index].StartsWith('{')
               from id in BadIds
               select new FuzzRequest(operation, string.Join('/', address.Select((part, at) => at == index ? id : part)), body, $"the id {id}");
    }

    private IEnumerable<FuzzRequest> Queries(ApiOperation operation)
    {
        var address = good.AddressOf(operation);
        return from parameter in operation.Parameters
               where parameter.Key.StartsWith("query ", StringComparison.Ordinal)
               let name = parameter.Key["query ".Length..]
               from value in QueryValues(parameter.Value)
               select new FuzzRequest(operation, $"{address}?{name}={value.Json}", null, value.Kind, name, value.IsWrong);
    }

    private IEnumerable<BadValue> QueryValues(ApiValue value)
    {
        var isText = value is { Values: null, Format: null } && (value.Types.Count == 0 || value.Types.Contains("string"));
        return
        [
            new("a NUL", "a%00b", !isText), new("no UTF-8", "%FF", !isText), new("half a character", "%C3%28", !isText), new("a surrogate", "%ED%A0%80", !isText), new("nothing", "", IsWrong: false), new("too long", new string('x', 5_000), !isText), new("SQL", "%27%3B%20DROP%20TABLE%20users%3B--", !isText),
            new("an unknown value", $"no_such_{random.Next()}", !isText), new("a negative number", "-1", IsWrong: false), new("a huge number", "99999999999999999999", !isText), new("a wildcard", "%25%5F", !isText),
        ];
    }

    private IEnumerable<FuzzRequest> Headers(ApiOperation operation)
    {
        var body = operation.Request.Count == 0 ? null : Encoding.UTF8.GetBytes(good.BodyOf(operation).ToJsonString());
        foreach (var name in operation.Parameters.Keys.Where(key => key.StartsWith("header ", StringComparison.Ordinal)).Select(key => key["header ".Length..]))
        {
            // A condition of reading that is not understood is as if it were not there.
            var isWrong = name != "If-None-Match";
            yield return new(operation, good.AddressOf(operation), body, "quotes that do not end", name == "If-Match" ? name : null, isWrong && name == "If-Match") { Header = (name, "\"abc") };
            yield return new(operation, good.AddressOf(operation), body, "a very long header", isWrong ? name : null, isWrong) { Header = (name, new string('x', 3_000)) };
            if (name == "If-Match") yield return new(operation, good.AddressOf(operation), body, "a stale tag") { Header = (name, "\"stale\"") };
        }
    }

    private IEnumerable<FuzzRequest> Fields(ApiOperation operation)
    {
        var isKnown = good.IsKnown(operation) || operation.Method != "POST";
        foreach (var (name, value) in KnownGood.Fields(operation))
        {
            foreach (var bad in BadValues.For(value, random))
                yield return Body(operation, With(operation, name, bad.Json), bad.Kind, isKnown && bad.Json != "NaN" ? name : null, bad.IsWrong);
            if (value.Required)
                yield return Body(operation, With(operation, name, null), "nothing", isKnown ? name : null);
        }

        foreach (var (path, value) in operation.Request.Where(place => place.Key.Contains("[].", StringComparison.Ordinal) && place.Key.Count(character => character is '.' or '[') == 2))
        {
            var (list, member) = (path.Split("[].")[0], path.Split("[].")[1]);
            foreach (var bad in BadValues.For(value, random).Where(bad => bad.Json.Length < 1_000))
                yield return Body(operation, With(operation, list, $"[{{\"{member}\":{bad.Json}}}]"), bad.Kind, isKnown ? list : null, bad.IsWrong);
        }
    }

    private IEnumerable<FuzzRequest> Bodies(ApiOperation operation)
    {
        var valid = good.BodyOf(operation).ToJsonString();
        var first = KnownGood.Fields(operation).First().Key;
        yield return Body(operation, "", "an empty body", isWrong: operation.Request[""].Required);
        yield return Body(operation, "null", "null for a body", isWrong: operation.Request[""].Required);
        yield return Body(operation, "[]", "a list for a body");
        yield return Body(operation, "\"x\"", "a text for a body");
        yield return Body(operation, valid[..^1], "half a body");
        yield return Body(operation, valid + "x", "more after the body");
        yield return Body(operation, With(operation, "no_such_member", "1"), "an unknown member", "no_such_member");
        yield return Body(operation, With(operation, "__proto__", "{}"), "an unknown member", "__proto__");
        yield return Body(operation, $"{{\"{first}\":1,\"{first}\":1}}", "a member twice", first);
        yield return Body(operation, With(operation, "no_such_member", BadValues.Deep(2_000)), "deep JSON");
        yield return new(operation, good.AddressOf(operation), [.. Encoding.UTF8.GetBytes($"{{\"{first}\":\""), 0xC3, 0x28, .. "\"}"u8], "no UTF-8");
        yield return new(operation, good.AddressOf(operation), new byte[64], "NULs for a body");
        yield return new(operation, good.AddressOf(operation), Encoding.UTF8.GetBytes($"{{\"no_such_member\":\"{new string('x', HugeBody)}\"}}"), "10 MB");
        yield return new(operation, good.AddressOf(operation), Encoding.UTF8.GetBytes(valid), "another content type") { ContentType = "text/plain" };
        yield return new(operation, good.AddressOf(operation), Encoding.UTF8.GetBytes(valid), "a content type that is none") { ContentType = "application/json; charset=no-such" , };
    }

    private FuzzRequest Body(ApiOperation operation, string json, string kind, string? field = null, bool isWrong = true) =>
        new(operation, good.AddressOf(operation), Encoding.UTF8.GetBytes(json), kind, field, isWrong);

    /// <summary>Put together as text, because what is put in is not always JSON.</summary>
    private string With(ApiOperation operation, string field, string? json)
    {
        var body = good.BodyOf(operation);
        body.Remove(field);
        if (Halves.TryGetValue(field, out var other) && operation.Request.ContainsKey(other)) body[other] = 1;
        var members = body.Select(member => $"{JsonValue.Create(member.Key).ToJsonString()}:{member.Value?.ToJsonString() ?? "null"}");
        return "{" + string.Join(',', json is null ? members : members.Append($"\"{field}\":{json}")) + "}";
    }
}
