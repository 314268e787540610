using System.Text.Json;

namespace QualityGovernance.Deployment.Scanning.Waivers;

/// <summary>The waivers of a checkout: <see cref="FileName"/>. What is not exactly a waiver is none, and is named; so is one that is over.</summary>
internal sealed class WaiverList
{
    public const string FileName = ".nuke/waivers.json";

    private const string Entries = "waivers";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly List<Waiver> open = [];
    private readonly List<Waiver> expired = [];
    private readonly List<string> problems = [];

    private WaiverList()
    {
    }

    /// <summary>Those that count.</summary>
    public IReadOnlyList<Waiver> Open => open;

    public IReadOnlyList<Waiver> Expired => expired;

    /// <summary>What is written there and is no waiver, a sentence for each.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>A checkout without the file waives nothing.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="today">Decides what is over.</param>
    public static WaiverList Read(string root, DateOnly today)
    {
        var path = Path.Combine(root, FileName);
        return File.Exists(path) ? Parse(File.ReadAllText(path), today) : new WaiverList();
    }

    public static WaiverList Parse(string json, DateOnly today)
    {
        var list = new WaiverList();
        try
        {
            using var file = JsonDocument.Parse(json, Strict);
            if (file.RootElement.ValueKind != JsonValueKind.Object || !file.RootElement.TryGetProperty(Entries, out var entries) || entries.ValueKind != JsonValueKind.Array)
                list.problems.Add($"{FileName} has no list \"{Entries}\": none of it counts.");
            else if (file.RootElement.EnumerateObject().Select(one => one.Name).FirstOrDefault(name => name is not (Entries or "$about")) is { } other)
                list.problems.Add($"{FileName} has \"{other}\" beside \"{Entries}\": none of it counts.");
            else
                list.Take(entries, today);
        }
        catch (JsonException e)
        {
            list.problems.Add($"{FileName} cannot be read, and none of it counts: {e.Message}");
        }

        return list;
    }

    private void Take(JsonElement entries, DateOnly today)
    {
        var number = 0;
        foreach (var entry in entries.EnumerateArray())
        {
            number++;
            var (waiver, problem) = WaiverEntry.Read(entry, today);
            if (waiver is not null && open.Concat(expired).Any(one => (one.Finding, one.Where) == (waiver.Finding, waiver.Where)))
                problem = "it is there twice";
            if (problem is not null)
                problems.Add($"Entry {number} of {FileName} does not count: {problem}.");
            else
                (waiver!.Until < today ? expired : open).Add(waiver);
        }
    }
}
