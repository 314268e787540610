using System.Net;
using System.Text;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>Draws what was rehearsed: who asks, the application, the migrations, the database. What no receipt tells is drawn with a broken line and says so.</summary>
internal static class StackDrawing
{
    private const int Width = 360;
    private const int Height = 288;

    /// <summary>Letters of 11 units that fit into a box of a given width.</summary>
    private const double LetterWidth = 6.6;

    public static string Draw(Pack pack)
    {
        var svg = new StringBuilder();
        svg.Append($"<svg class=\"stack\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"The application between those who ask it and its database\">\n");
        Box(svg, 60, 4, 240, 50, "Whoever asks", [Find(pack.Environment, "Address"), Find(pack.HealthAnswers, "/healthz")]);
        svg.Append($"<rect class=\"frame\" x=\"1\" y=\"80\" width=\"{Width - 2}\" height=\"206\" rx=\"8\"/>");
        Label(svg, 104, 94, Find(pack.Environment, "Stack"));
        Box(svg, 10, 104, 170, 74, "Application", [Find(pack.Image.Facts, "Answering"), Find(pack.Summary, "Version"), Find(pack.Environment, "Container")]);
        Box(svg, 192, 104, 158, 74, "Migrations", [Find(pack.Image.Facts, "Built"), Find(pack.Schema, "Head of the image")]);
        Box(svg, 10, 214, 340, 62, "Database", [Find(pack.Environment, "Database"), Find(pack.Schema, "Applied")]);
        Arrow(svg, 95, 54, 104);
        Arrow(svg, 95, 178, 214);
        Arrow(svg, 271, 178, 214);
        return svg.Append("</svg>\n").ToString();
    }

    private static Fact<string> Find(IReadOnlyList<NamedFact> facts, string name) => facts.Single(fact => fact.Name == name).Fact;

    private static void Box(StringBuilder svg, int x, int y, int width, int height, string name, IReadOnlyList<Fact<string>> facts)
    {
        var seen = facts.All(fact => fact.Missing is null);
        svg.Append($"<rect class=\"{(seen ? "seen" : "absent")}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"6\"/>");
        svg.Append($"<text class=\"name\" x=\"{x + 9}\" y=\"{y + 16}\">{name}</text>");
        for (var i = 0; i < facts.Count; i++)
        {
            var style = facts[i].Missing is null ? "" : " class=\"absent\"";
            svg.Append($"<text{style} x=\"{x + 9}\" y=\"{y + 31 + (i * 14)}\">{Text(Fitted(Words(facts[i]), width - 16))}</text>");
        }

        svg.Append('\n');
    }

    private static void Label(StringBuilder svg, int x, int y, Fact<string> fact) =>
        svg.Append($"<text class=\"quiet\" x=\"{x}\" y=\"{y}\">{Text(fact.Match(text => $"Stack: {text}", (outcome, _) => outcome.Word()))}</text>\n");

    private static void Arrow(StringBuilder svg, int x, int from, int to) =>
        svg.Append($"<path d=\"M{x} {from} V{to - 1} M{x - 4} {to - 6} L{x} {to - 1} L{x + 4} {to - 6}\"/>\n");

    private static string Words(Fact<string> fact) => fact.Match(Shortened, (outcome, _) => outcome.Word());

    private static string Shortened(string text)
    {
        if (text.StartsWith("GET ", StringComparison.Ordinal))
            return text.Split(" {", 2)[0];
        if (text.StartsWith("sha256:", StringComparison.Ordinal))
            return text[..Math.Min(text.Length, 19)];
        return text.Split(" (", 2)[0];
    }

    private static string Fitted(string text, int width)
    {
        var letters = (int)(width / LetterWidth);
        return text.Length <= letters ? text : text[..(letters - 1)] + "…";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
