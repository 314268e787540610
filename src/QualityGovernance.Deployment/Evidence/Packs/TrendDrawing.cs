using System.Globalization;
using System.Text;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>Draws durations as bars side by side: those of earlier runs, and the last one in another colour.</summary>
internal static class TrendDrawing
{
    private const int Bar = 9;
    private const int Gap = 2;
    private const int Height = 24;
    private const double Lowest = 1.5;

    public static string Draw(IReadOnlyList<TimeSpan> durations)
    {
        if (durations.Count < 2)
            return "";
        var longest = Math.Max(durations.Max().TotalSeconds, 0.001);
        var svg = new StringBuilder();
        var width = (Pack.HistoryLength + 1) * (Bar + Gap);
        svg.Append($"<svg class=\"trend\" viewBox=\"0 0 {width} {Height}\" preserveAspectRatio=\"xMinYMax meet\" role=\"img\" aria-label=\"{string.Join(", ", durations.Select(RunReport.Seconds))}\">");
        for (var i = 0; i < durations.Count; i++)
        {
            var height = Math.Max(durations[i].TotalSeconds / longest * Height, Lowest);
            svg.Append($"<rect x=\"{i * (Bar + Gap)}\" y=\"{Number(Height - height)}\" width=\"{Bar}\" height=\"{Number(height)}\"{(i == durations.Count - 1 ? " class=\"now\"" : "")}/>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
