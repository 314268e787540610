using QualityGovernance.Deployment.Scanning;
using QualityGovernance.Deployment.Scanning.Waivers;

namespace QualityGovernance.Deployment.Tests.Scanning.Waivers;

public sealed class WaiverListTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly Finding Found = new("CVE-1", "libc6 2.36", "is vulnerable", Severity.High);

    [Fact]
    public void A_waiver_says_what_where_why_who_and_until_when()
    {
        var waiver = Parse("""{"finding":"CVE-1","where":"libc6 *","reason":"Not reachable.","by":"jane.doe","until":"2026-12-31"}""").Open.ShouldHaveSingleItem();

        waiver.Covers(Found).ShouldBeTrue();
        waiver.Covers(Found with { Rule = "CVE-2" }).ShouldBeFalse();
        waiver.Covers(Found with { Where = "zlib1g 1.2" }).ShouldBeFalse();
        waiver.ToString().ShouldBe("CVE-1 at libc6 *: Not reachable. By jane.doe, until 2026-12-31");
    }

    [Fact]
    public void Without_a_place_it_is_for_the_finding_anywhere() => Parse(Entry()).Open.ShouldHaveSingleItem().Covers(Found).ShouldBeTrue();

    [Theory]
    [InlineData("2026-11-25", 1, 0)]
    [InlineData("2026-11-24", 0, 1)]
    public void It_counts_up_to_its_last_day(string until, int open, int expired)
    {
        var list = Parse(Entry(until));

        (list.Open.Count, list.Expired.Count, list.Problems.Count).ShouldBe((open, expired, 0));
    }

    [Theory]
    [InlineData("""{"finding":"CVE-1","by":"j","until":"2026-12-31"}""", "it does not say \"reason\"")]
    [InlineData("""{"finding":"CVE-1","reason":" ","by":"j","until":"2026-12-31"}""", "it does not say \"reason\"")]
    [InlineData("""{"finding":"CVE-1","reason":"r","until":"2026-12-31"}""", "it does not say \"by\"")]
    [InlineData("""{"finding":"CVE-1","reason":"r","by":"j"}""", "it does not say \"until\"")]
    [InlineData("""{"finding":7,"reason":"r","by":"j","until":"2026-12-31"}""", "it does not say \"finding\"")]
    [InlineData("""{"finding":"CVE-1","reason":"r","by":"j","until":"31.12.2026"}""", "\"until\" is 31.12.2026, and not a day such as 2026-12-25")]
    [InlineData("""{"finding":"CVE-1","reason":"r","by":"j","until":"2099-12-31"}""", "it is until 2099-12-31, and a waiver is for 366 days at most")]
    [InlineData("""{"finding":"CVE-1","reason":"r","by":"j","until":"2026-12-31","untill":"2027-12-31"}""", "there is no field \"untill\" in a waiver")]
    [InlineData("""{"finding":"CVE-1","where":"","reason":"r","by":"j","until":"2026-12-31"}""", "\"where\" is empty")]
    [InlineData("\"CVE-1\"", "it is no object")]
    public void What_is_not_exactly_a_waiver_is_none_and_is_named_while_the_others_count(string entry, string problem)
    {
        var list = Parse(entry, Entry(finding: "CVE-9"));

        list.Problems.ShouldHaveSingleItem().ShouldStartWith($"Entry 1 of .nuke/waivers.json does not count: {problem}");
        list.Open.ShouldHaveSingleItem().Finding.ShouldBe("CVE-9");
    }

    [Fact]
    public void The_second_for_the_same_does_not_count()
    {
        var list = Parse(Entry("2026-12-31"), Entry("2027-01-31"));

        list.Problems.ShouldHaveSingleItem().ShouldContain("Entry 2");
        list.Open.ShouldHaveSingleItem().Until.ShouldBe(new DateOnly(2026, 12, 31));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"waivers":[],"waivers":[]}""")]
    [InlineData("""{"waiver":[],"waivers":[{"finding":"CVE-1","reason":"r","by":"j","until":"2026-12-31"}]}""")]
    public void A_file_that_cannot_be_understood_waives_nothing(string json)
    {
        var list = WaiverList.Parse(json, Today);

        list.Open.ShouldBeEmpty();
        list.Problems.ShouldHaveSingleItem().ShouldContain("none of it counts");
    }

    [Fact]
    public void The_file_of_this_checkout_is_understood() => WaiverList.Parse(Checkout.Text(WaiverList.FileName), Today).Problems.ShouldBeEmpty();

    [Fact]
    public void A_checkout_without_the_file_waives_nothing()
    {
        using var folder = new TemporaryFolder();

        var list = WaiverList.Read(folder.Path, Today);

        (list.Open.Count, list.Problems.Count).ShouldBe((0, 0));
    }

    private static WaiverList Parse(params string[] entries) => WaiverList.Parse($$"""{"waivers":[{{string.Join(',', entries)}}]}""", Today);

    private static string Entry(string until = "2026-12-31", string finding = "CVE-1") => $$"""{"finding":"{{finding}}","reason":"r","by":"j","until":"{{until}}"}""";
}
