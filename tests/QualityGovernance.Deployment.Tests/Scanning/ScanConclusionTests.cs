using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Scanning;
using QualityGovernance.Deployment.Scanning.Waivers;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Scanning;

public sealed class ScanConclusionTests : IDisposable
{
    private static readonly Finding Bad = new("CVE-1", "Some.Package 1.0.0", "is vulnerable", Severity.High);

    private readonly RecordedRun recorded = new();
    private readonly RecordingConsole console = new();

    public void Dispose() => recorded.Dispose();

    [Fact]
    public void A_finding_fails() => Should.Throw<StepFailedException>(() => Conclude("{}", Bad)).Message.ShouldContain("Some.Package 1.0.0");

    [Theory]
    [InlineData(Severity.Low, false)]
    [InlineData(Severity.Moderate, true)]
    [InlineData(Severity.Critical, true)]
    [InlineData(Severity.Unstated, true)]
    public void The_threshold_decides_and_what_is_not_stated_is_taken_for_the_worst(Severity severity, bool fails)
    {
        if (fails)
            Should.Throw<StepFailedException>(() => Conclude("{}", Bad with { Severity = severity }));
        else
            Conclude("{}", Bad with { Severity = severity }).ShouldBe("0 findings, 1 below the threshold, 0 allowed, 0 waived");
    }

    [Fact]
    public void An_allowed_finding_stands() => Conclude(Allowed("CVE-1", "Some.Package *"), Bad).ShouldBe("0 findings, 0 below the threshold, 1 allowed, 0 waived");

    [Theory]
    [InlineData("CVE-2", "Some.Package *")]
    [InlineData("CVE-1", "Other.Package *")]
    public void Another_finding_does_not(string rule, string where) => Should.Throw<StepFailedException>(() => Conclude(Allowed(rule, where), Bad));

    [Fact]
    public void An_allowance_of_another_scan_does_not_count() => Should.Throw<StepFailedException>(() => Conclude(Allowed("CVE-1", "*", kind: "cve"), Bad));

    [Fact]
    public void An_allowance_ends_with_its_last_day()
    {
        var today = DateOnly.FromDateTime(recorded.Time.GetUtcNow().UtcDateTime);

        Conclude(Allowed("CVE-1", "*", $"{today:yyyy-MM-dd}"), Bad);
        Should.Throw<StepFailedException>(() => Conclude(Allowed("CVE-1", "*", $"{today.AddDays(-1):yyyy-MM-dd}"), Bad));
        console.Text.ShouldContain("the allowance of CVE-1 at * ended on");
    }

    [Fact]
    public void An_allowance_that_nothing_needs_is_reported()
    {
        Conclude(Allowed("CVE-1", "*"));

        console.Text.ShouldContain("nothing needs the allowance of CVE-1 at * any more");
    }

    [Theory]
    [InlineData("""{"dependencies":[{"rule":"a","where":"b"}]}""", "does not give rule, where and reason")]
    [InlineData("""{"dependencies":[{"rule":"a","where":"b","reason":" "}]}""", "does not give rule, where and reason")]
    [InlineData("""{"everything":[]}""", "names the scan \"everything\"")]
    [InlineData("""{"dependencies":[{"rule":"a","where":"b","reason":"c","expires":"tomorrow"}]}""", "cannot be read")]
    [InlineData("[", "cannot be read")]
    public void A_list_that_cannot_be_understood_allows_nothing(string json, string sentence) => Should.Throw<DeploymentException>(() => AllowList.Parse(json)).Message.ShouldContain(sentence);

    private static string Allowed(string rule, string where, string expires = "", string kind = "dependencies") =>
        $$"""{"{{kind}}":[{"rule":"{{rule}}","where":"{{where}}","reason":"there is one","expires":"{{expires}}"}]}""";

    private string Conclude(string allowed, params Finding[] findings)
    {
        using var log = new StepLog(recorded.Run, "test.log", recorded.Time, text => text);
        new ScanConclusion(ScanKind.Dependencies, AllowList.Parse(allowed), new WaiverUse(WaiverList.Parse("""{"waivers":[]}""", default)), Severity.Moderate, recorded.Time).Conclude(new StepContext(log, console), findings);
        return console.Lines[^1].Trim();
    }
}
