using System.Text;
using QualityGovernance.Deployment.Contracts;

namespace QualityGovernance.Web.Tests.Contract.Fuzzing;

/// <summary>What nobody should send, by the type that the document states.</summary>
internal static class BadValues
{
    /// <summary>Longer than any text that the service keeps, and still below the largest body.</summary>
    private const int TooLong = 200_001;

    private static readonly Dictionary<string, BadValue> Types = new(StringComparer.Ordinal)
    {
        ["string"] = new("a text", "\"x\""),
        ["integer"] = new("a number", "7"),
        ["boolean"] = new("a truth value", "true"),
        ["array"] = new("a list", "[[1]]"),
        ["object"] = new("an object", "{\"no_such_member\":1}"),
    };

    public static IEnumerable<BadValue> For(ApiValue value, Random random)
    {
        if (value.Types.Count == 0) return [new("deep JSON", Deep(500)), new("a NUL", "\"a\\u0000b\"", IsWrong: false)];
        var others = Types.Where(type => !value.Types.Contains(type.Key) && !(type.Key == "integer" && value.Types.Contains("number"))).Select(type => type.Value);
        return [.. others, .. OfType(value, random), .. value.Types.Contains("null") ? [] : new BadValue[] { new("null", "null") }];
    }

    public static string Deep(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);

    private static IEnumerable<BadValue> OfType(ApiValue value, Random random)
    {
        if (value.Values is not null) return Enumerations(value, random);
        if (value.Types.Contains("string")) return value.Format is "date-time" or "date" ? Dates() : Texts(random);
        if (value.Types.Contains("integer")) return Wholes(random);
        if (value.Types.Contains("number")) return Numbers();
        if (value.Types.Contains("array")) return [new("a list of nothing", "[null]"), new("a very long list", $"[{string.Join(',', Enumerable.Repeat("2147483647", 5_000))}]", IsWrong: false), new("ids that do not exist", "[2147483647]", IsWrong: false)];
        return [new("deep JSON", Deep(100), IsWrong: false)];
    }

    private static IEnumerable<BadValue> Enumerations(ApiValue value, Random random) =>
        [new("an unknown value", $"\"{Word(random)}\""), new("blank", "\"\""), new("another case", $"\"{value.Values!.First().ToUpperInvariant()}\""), new("a list of values", $"\"{string.Join(',', value.Values!.Take(2))},\"")];

    private static IEnumerable<BadValue> Texts(Random random) =>
    [
        new("blank", "\"\"", IsWrong: false), new("spaces", "\"   \"", IsWrong: false), new("too long", $"\"{new string('x', TooLong)}\""), new("a NUL", "\"a\\u0000b\""),
        new("a lone surrogate", "\"\\ud800\""), new("SQL", "\"'; DROP TABLE users; --\"", IsWrong: false), new("a bad escape", "\"\\q\""),
        new("random letters", $"\"{string.Concat(Enumerable.Range(0, 30).Select(_ => $"\\u{random.Next(0x20, 0xD7FF):x4}"))}\"", IsWrong: false),
    ];

    private static IEnumerable<BadValue> Wholes(Random random) =>
    [
        new("negative", "-1", IsWrong: false), new("zero", "0", IsWrong: false), new("the largest", "2147483647", IsWrong: false), new("larger", "2147483648"), new("huge", "99999999999999999999"),
        new("beyond numbers", "1e400"), new("a fraction", "1.5"), new("a number in quotes", "\"1\""), new("random", $"{random.Next(int.MinValue, 0)}", IsWrong: false),
    ];

    private static IEnumerable<BadValue> Numbers() =>
        [new("negative", "-1", IsWrong: false), new("huge", "1e300", IsWrong: false), new("beyond numbers", "1e400"), new("no number", "NaN"), new("a number in quotes", "\"1\""), new("tiny", "1e-300", IsWrong: false)];

    private static IEnumerable<BadValue> Dates() =>
    [
        new("blank", "\"\""), new("no date", "\"yesterday\""), new("a day that is not", "\"2026-02-30T00:00:00Z\""), new("an offset that is not", "\"2026-01-01T00:00:00+99:00\""), new("the first year", "\"0001-01-01T00:00:00Z\""),
        new("before the first year", "\"0001-01-01T00:00:00+14:00\""), new("the last year", "\"9999-12-31T23:59:59Z\""), new("after the last year", "\"9999-12-31T23:59:59-14:00\""), new("1066", "\"1066-10-14T00:00:00Z\""), new("a NUL", "\"2026-01-01T00:00:00Z\\u0000\""),
        new("far ahead", "\"2150-01-01T00:00:00Z\"", IsWrong: false),
    ];

    private static string Word(Random random)
    {
        var word = new StringBuilder("no_such_");
        for (var i = 0; i < 8; i++) word.Append((char)random.Next('a', 'z' + 1));
        return word.ToString();
    }
}
