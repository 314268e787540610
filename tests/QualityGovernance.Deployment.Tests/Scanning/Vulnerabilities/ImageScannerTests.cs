using QualityGovernance.Deployment.Scanning;
using QualityGovernance.Deployment.Scanning.Vulnerabilities;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Scanning.Vulnerabilities;

public sealed class ImageScannerTests
{
    private const string Trivys = """{"SchemaVersion":2,"Results":[{"Target":"debian","Vulnerabilities":[{"VulnerabilityID":"CVE-2024-1","PkgName":"libc6","InstalledVersion":"2.36-9","FixedVersion":"2.36-10","Severity":"HIGH"},{"VulnerabilityID":"CVE-2024-2","PkgName":"zlib1g","InstalledVersion":"1.2","Severity":"UNKNOWN"}]},{"Target":"app"}]}""";

    private const string Grypes = """{"matches":[{"vulnerability":{"id":"CVE-2024-1","severity":"Medium","fix":{"versions":["2.36-10"],"state":"fixed"}},"artifact":{"name":"libc6","version":"2.36-9"}},{"vulnerability":{"id":"CVE-2024-2","severity":"Negligible","fix":{"versions":[]}},"artifact":{"name":"zlib1g","version":"1.2"}}]}""";

    private readonly ScriptedRunner runner = new();

    [Fact]
    public async Task Trivy_tells_its_version_and_the_age_of_its_database()
    {
        runner.On("trivy --version", """{"Version":"0.69.1","VulnerabilityDB":{"Version":2,"NextUpdate":"2026-01-03T00:00:00Z","UpdatedAt":"2026-01-02T00:00:00Z","DownloadedAt":"2026-01-02T01:00:00Z"}}""");

        (await new Trivy(runner, "trivy").StateAsync(default)).ShouldBe(new ScannerState("0.69.1", new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Trivy_without_a_database_is_known_as_such()
    {
        runner.On("trivy --version", """{"Version":"0.69.1"}""");

        (await new Trivy(runner, "trivy").StateAsync(default)).Updated.ShouldBeNull();
    }

    [Fact]
    public async Task Trivy_is_kept_from_fetching_and_its_findings_are_read()
    {
        runner.On("trivy image", Trivys);

        (await new Trivy(runner, "trivy").ScanAsync("/tmp/image.tar", default)).ShouldBe(
        [
            new Finding("CVE-2024-1", "libc6 2.36-9", "is vulnerable, fixed in 2.36-10", Severity.High),
            new Finding("CVE-2024-2", "zlib1g 1.2", "is vulnerable, without a fix", Severity.Unstated),
        ]);
        runner.Lines.ShouldHaveSingleItem().ShouldContain("--input /tmp/image.tar --scanners vuln --skip-db-update");
    }

    [Fact]
    public async Task Grype_tells_its_version_and_the_age_of_its_database()
    {
        runner.On("grype version", """{"version":"0.100.0"}""").On("grype db status", """{"built":"2026-01-02T00:00:00Z","valid":true}""");

        (await new Grype(runner, "grype").StateAsync(default)).ShouldBe(new ScannerState("0.100.0", new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Grype_without_a_database_is_known_as_such()
    {
        runner.On("grype version", """{"version":"0.100.0"}""").On("grype db status", exitCode: 1, error: "database does not exist");

        (await new Grype(runner, "grype").StateAsync(default)).Updated.ShouldBeNull();
    }

    [Fact]
    public async Task Grype_is_kept_from_fetching_and_its_findings_are_read()
    {
        runner.On("grype docker-archive:/tmp/image.tar", Grypes);

        (await new Grype(runner, "grype").ScanAsync("/tmp/image.tar", default)).Select(finding => (finding.Rule, finding.Severity)).ShouldBe([("CVE-2024-1", Severity.Moderate), ("CVE-2024-2", Severity.Low)]);
        runner.Commands.ShouldHaveSingleItem().Environment["GRYPE_DB_AUTO_UPDATE"].ShouldBe("false");
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_no_clean_image()
    {
        runner.On("trivy image", "panic");

        await Should.ThrowAsync<DeploymentException>(() => new Trivy(runner, "trivy").ScanAsync("/tmp/image.tar", default));
    }
}
