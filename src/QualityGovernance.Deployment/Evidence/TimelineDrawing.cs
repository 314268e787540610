using System.Globalization;
using System.Net;
using System.Text;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence;

/// <summary>Draws when each step ran as an SVG that needs nothing from elsewhere. Narrow, so that its letters stay readable on a phone.</summary>
public static class TimelineDrawing
{
    /// <summary>In units of the drawing; it scales to the width of the page.</summary>
    private const int Width = 360;
    private const int Row = 30;
    private const int BarHeight = 9;

    /// <summary>A step too short to see is still drawn.</summary>
    private const double ShortestBar = 2;

    public static string Draw(IReadOnlyList<Receipt> receipts)
    {
        ArgumentNullException.ThrowIfNull(receipts);
        var bars = receipts.Where(receipt => receipt.Kind != ReceiptKind.Item && receipt.Outcome != Outcome.NotRun).ToList();
        if (bars.Count == 0)
            return "";
        var start = bars.Min(receipt => receipt.Started);
        var total = Math.Max((bars.Max(receipt => receipt.Ended) - start).TotalSeconds, 0.001);
        var svg = new StringBuilder();
        svg.Append($"<svg class=\"timeline\" viewBox=\"0 0 {Width} {bars.Count * Row}\" role=\"img\" aria-label=\"When each step ran\">\n");
        for (var i = 0; i < bars.Count; i++)
            Bar(svg, bars[i], i * Row, (bars[i].Started - start).TotalSeconds / total, bars[i].Duration.TotalSeconds / total);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Bar(StringBuilder svg, Receipt receipt, int top, double from, double share)
    {
        var width = Math.Max(share * Width, ShortestBar);
        var left = Math.Min(from * Width, Width - width);
        var name = receipt.Index is { } index ? $"{index} {receipt.Name}" : receipt.Name;
        svg.Append($"<text x=\"0\" y=\"{top + 12}\">{Encoded(name)} ({receipt.Outcome?.Word()})</text>");
        svg.Append($"<text x=\"{Width}\" y=\"{top + 12}\" class=\"end\">{RunReport.Seconds(receipt.Duration)}</text>");
        svg.Append($"<rect x=\"0\" y=\"{top + 16}\" width=\"{Width}\" height=\"{BarHeight}\" class=\"track\"/>");
        svg.Append($"<rect x=\"{Number(left)}\" y=\"{top + 16}\" width=\"{Number(width)}\" height=\"{BarHeight}\" class=\"{HtmlReport.ClassOf(receipt.Outcome)}\"/>\n");
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
