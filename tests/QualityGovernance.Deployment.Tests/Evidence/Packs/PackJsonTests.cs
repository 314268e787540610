using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Tests.Evidence.Attached;

namespace QualityGovernance.Deployment.Tests.Evidence.Packs;

/// <summary>What is documented is what is written, name for name.</summary>
public sealed class PackJsonTests
{
    private const string Begin = "<!-- properties: a test compares them with what is written -->";

    [Fact]
    public void Every_property_is_documented_and_every_documented_one_is_written()
    {
        var documented = Documented(Checkout.Text("docs/evidence.md"));

        Written().Except(documented).ShouldBeEmpty("they are written and not documented");
        documented.Except(Written()).ShouldBeEmpty("they are documented and not written");
    }

    [Fact]
    public void A_property_that_nobody_documented_is_found() =>
        Written().Except(Documented(Checkout.Text("docs/evidence.md").Replace("`chainHash`", "", StringComparison.Ordinal))).ShouldBe(["chainHash"]);

    private static HashSet<string> Documented(string page)
    {
        var start = page.IndexOf(Begin, StringComparison.Ordinal);
        var table = page[start..page.IndexOf("<!-- end of properties -->", start, StringComparison.Ordinal)];
        return [.. Regex.Matches(table, "`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).SelectMany(match => match.Groups["name"].Value.Replace("[]", "", StringComparison.Ordinal).Split('.'))];
    }

    /// <summary>Of two packs: one that has everything, and one in which everything is missing.</summary>
    private static HashSet<string> Written()
    {
        using var recorded = new RecordedFacts();
        recorded.More["Waivers"] = (Deployment.Runs.Outcome.Passed, "two");
        var earlier = recorded.Write();
        var good = Pack.Of(recorded.Write(), [earlier], [new RecordedReceipt("ScanImage") { Observations = new() { ["fact"] = "one" } }.Write(recorded.Runs, recorded.Time)]);
        recorded.Ends = ("CheckPrerequisites", Deployment.Runs.Outcome.Failed);
        var bad = Pack.Of(recorded.Write(), []);
        return [.. new[] { good, bad }.SelectMany(pack => Names(JsonNode.Parse(PackJson.Render(pack)))).Where(name => name != "fact")];
    }

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Names(pair.Value).Prepend(pair.Key)),
        JsonArray array => array.SelectMany(Names),
        _ => [],
    };
}
