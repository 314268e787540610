using System.Globalization;

namespace QualityGovernance.Deployment.Databases.Scheduling;

/// <summary>Durations as people write them into variables: 90s, 30m, 6h, 1d.</summary>
internal static class Duration
{
    /// <summary>What it has to be, for messages.</summary>
    public const string Form = "a whole number with its unit, such as 30m, 6h or 1d";

    private static readonly Dictionary<char, TimeSpan> Units = new()
    {
        ['s'] = TimeSpan.FromSeconds(1), ['m'] = TimeSpan.FromMinutes(1), ['h'] = TimeSpan.FromHours(1), ['d'] = TimeSpan.FromDays(1),
    };

    /// <returns>Null where it is none, or none above zero, or longer than a year.</returns>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length < 2 || !Units.TryGetValue(text[^1], out var unit))
            return null;
        var whole = int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 31_536_000;
        return whole && unit * number is var duration && duration <= TimeSpan.FromDays(366) ? duration : null;
    }

    public static string Text(TimeSpan duration)
    {
        var (unit, length) = Units.Last(pair => duration.Ticks % pair.Value.Ticks == 0 || pair.Key == 's');
        return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / length.Ticks}{unit}");
    }
}
