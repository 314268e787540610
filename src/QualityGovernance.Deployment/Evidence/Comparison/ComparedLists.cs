using System.Globalization;
using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Comparison;

/// <summary>The lists that two runs recorded, side by side.</summary>
internal static partial class ComparedLists
{
    private const string Nothing = "not there";

    /// <summary>The same sources give layers that differ by a few bytes.</summary>
    private const long LayerNoise = 10_000;

    public static ComparedPart Layers(PackImage a, PackImage b) => Both(
        "Image layers",
        a.Layers,
        b.Layers,
        (x, y) => [.. ByName(x, y).Select(Layer), Layer("All of it", a.Size.Match<long?>(size => size.Bytes, Absent), b.Size.Match<long?>(size => size.Bytes, Absent))]);

    public static ComparedPart Settings(Fact<IReadOnlyList<PackSetting>> a, Fact<IReadOnlyList<PackSetting>> b) => Both("Configuration", a, b, (x, y) =>
        ByKey(x, y, setting => setting.Name, setting => $"from {setting.Source}{(setting.Secret ? ", secret" : "")}: {setting.Rule}"));

    public static ComparedPart Files(Fact<IReadOnlyList<Checksum>> a, Fact<IReadOnlyList<Checksum>> b) => Both("Files", a, b, (x, y) =>
        ByKey(x, y, file => file.Path, file => file.Sha256));

    private static ComparedPart Both<T>(string title, Fact<IReadOnlyList<T>> a, Fact<IReadOnlyList<T>> b, Func<IReadOnlyList<T>, IReadOnlyList<T>, IReadOnlyList<ComparedRow>> rows)
    {
        if (a.Missing is null && b.Missing is null)
            return new ComparedPart(title, a.Match(x => b.Match(y => rows(x, y), (_, _) => []), (_, _) => []));

        // What was told before and is not any more is worse than what never was.
        var row = ComparedRow.Of("Told", Told(a), Told(b), a.Missing is null);
        return new ComparedPart(title, [row], row.Differs ? "" : $"{a.Reason} The same in both.");
    }

    private static string Told<T>(Fact<IReadOnlyList<T>> fact) => fact.Match(list => $"{list.Count} {(list.Count == 1 ? "entry" : "entries")}", (outcome, reason) => $"{outcome.Word()}: {reason}");

    private static List<ComparedRow> ByKey<T>(IEnumerable<T> a, IEnumerable<T> b, Func<T, string> key, Func<T, string> text)
    {
        var (x, y) = (a.ToDictionary(key, text), b.ToDictionary(key, text));
        return [.. x.Keys.Union(y.Keys).Select(name => ComparedRow.Of(name, x.GetValueOrDefault(name, Nothing), y.GetValueOrDefault(name, Nothing)))];
    }

    private static IEnumerable<(string Name, long? A, long? B)> ByName(IReadOnlyList<ImageLayer> a, IReadOnlyList<ImageLayer> b)
    {
        var (x, y) = (Named(a), Named(b));
        return x.Keys.Union(y.Keys).Select(name => (name, x.TryGetValue(name, out var one) ? one : (long?)null, y.TryGetValue(name, out var other) ? other : (long?)null));
    }

    /// <summary>By the instruction without the hash of what it copied, which is another in every build; the second of the same name gets a number.</summary>
    private static Dictionary<string, long> Named(IReadOnlyList<ImageLayer> layers)
    {
        var named = new Dictionary<string, long>();
        foreach (var layer in layers)
        {
            var name = Hash().Replace(layer.CreatedBy, "").Trim();
            for (var number = 2; !named.TryAdd(name, layer.Bytes); number++)
                name = $"{Hash().Replace(layer.CreatedBy, "").Trim()} ({number.ToString(CultureInfo.InvariantCulture)})";
        }

        return named;
    }

    private static ComparedRow Layer((string Name, long? A, long? B) layer) => Layer(layer.Name, layer.A, layer.B);

    private static ComparedRow Layer(string name, long? a, long? b)
    {
        var grown = (b ?? 0) - (a ?? 0);
        return new ComparedRow(name, Size(a), Size(b), Math.Abs(grown) > LayerNoise, grown > LayerNoise);
    }

    private static string Size(long? bytes) => bytes is { } known ? PackTables.Megabytes(known) : Nothing;

    private static long? Absent(Outcome outcome, string reason) => null;

    [GeneratedRegex(@"(dir|file|multi):[0-9a-f]{16,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();
}
