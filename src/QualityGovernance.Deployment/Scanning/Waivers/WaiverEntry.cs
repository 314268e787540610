using System.Globalization;
using System.Text.Json;

namespace QualityGovernance.Deployment.Scanning.Waivers;

/// <summary>Reads one entry of the list. Every field has its place, and there is no other.</summary>
internal static class WaiverEntry
{
    /// <summary>Whoever waives for longer does not intend to mend it.</summary>
    public const int MostDays = 366;

    private static readonly string[] Needed = ["finding", "reason", "by", "until"];

    private const string Where = "where";

    /// <returns>The waiver, or what is wrong with the entry.</returns>
    public static (Waiver? Waiver, string? Problem) Read(JsonElement entry, DateOnly today)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            return (null, "it is no object");
        var fields = entry.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()!.Trim() : "");
        if (fields.Keys.Except([.. Needed, Where]).FirstOrDefault() is { } unknown)
            return (null, $"there is no field \"{unknown}\" in a waiver");
        if (Needed.FirstOrDefault(name => fields.GetValueOrDefault(name, "").Length == 0) is { } missing)
            return (null, $"it does not say \"{missing}\"");
        if (fields.GetValueOrDefault(Where, "*").Length == 0)
            return (null, $"\"{Where}\" is empty; leave it out where the finding is meant anywhere");
        if (!DateOnly.TryParseExact(fields["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
            return (null, $"\"until\" is {fields["until"]}, and not a day such as {today.AddMonths(1):yyyy-MM-dd}");
        return until > today.AddDays(MostDays)
            ? (null, $"it is until {until:yyyy-MM-dd}, and a waiver is for {MostDays} days at most")
            : (new Waiver(fields["finding"], fields.GetValueOrDefault(Where, "*"), fields["reason"], fields["by"], until), null);
    }
}
