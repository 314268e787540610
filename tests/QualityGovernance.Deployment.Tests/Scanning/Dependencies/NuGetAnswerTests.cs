using System.Net;
using QualityGovernance.Deployment.Scanning;
using QualityGovernance.Deployment.Scanning.Dependencies;
using QualityGovernance.Deployment.Tests.Probing;

namespace QualityGovernance.Deployment.Tests.Scanning.Dependencies;

public sealed class NuGetAnswerTests
{
    private readonly ManualTime time = new();

    [Fact]
    public void A_vulnerable_package_is_found_direct_or_not()
    {
        NuGetAnswer.Parse("  Determining projects to restore...\n" + NuGetAnswers.Vulnerable).Findings.ShouldBe(
        [
            new Finding("GHSA-5crp-9r3c-p9vr", "Newtonsoft.Json 12.0.1", "has a known vulnerability", Severity.High),
            new Finding("GHSA-7jgj-8wvc-jh57", "System.Net.Http 4.3.0", "has a known vulnerability", Severity.Low),
        ]);
    }

    [Fact]
    public void A_deprecated_package_is_told_and_is_no_vulnerability() =>
        NuGetAnswer.Parse(NuGetAnswers.Deprecated).Findings.ShouldHaveSingleItem().ShouldBe(new Finding("deprecated", "xunit 2.9.3", "is deprecated: Legacy", Severity.Low));

    [Fact]
    public void What_could_not_be_looked_at_is_told() => NuGetAnswer.Parse(NuGetAnswers.Unrestored).Problems.ShouldHaveSingleItem().ShouldContain("No assets file was found");

    [Fact]
    public void An_answer_that_cannot_be_read_is_no_answer() => Should.Throw<DeploymentException>(() => NuGetAnswer.Parse("{ not json"));

    [Fact]
    public async Task A_source_without_a_database_is_known_as_one()
    {
        var (updated, reasons) = await FindAsync((HttpStatusCode.OK, NuGetAnswers.IndexWithoutData));

        updated.ShouldBeNull();
        reasons.ShouldHaveSingleItem().ShouldBe("The package source feed.example.org has no vulnerability database.");
    }

    [Fact]
    public async Task A_source_with_a_database_tells_the_age_of_its_newest_page()
    {
        var (updated, reasons) = await FindAsync((HttpStatusCode.OK, NuGetAnswers.IndexWithData));

        updated.ShouldBe(time.GetUtcNow());
        reasons.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "")]
    [InlineData(HttpStatusCode.OK, "<html>")]
    public async Task A_source_that_cannot_be_asked_is_not_one_with_a_database(HttpStatusCode status, string body)
    {
        var (updated, reasons) = await FindAsync((status, body));

        updated.ShouldBeNull();
        reasons.ShouldHaveSingleItem().ShouldStartWith("The package source feed.example.org could not be asked");
    }

    [Fact]
    public async Task No_source_is_no_database()
    {
        using var client = new AnsweringHandler(_ => (HttpStatusCode.OK, "")).Client();

        (await new VulnerabilityData(client).FindAsync([], default)).Reasons.ShouldBe(["There is no package source."]);
    }

    private async Task<(DateTimeOffset? Updated, IReadOnlyList<string> Reasons)> FindAsync((HttpStatusCode Status, string Body) index)
    {
        using var client = new AnsweringHandler(request => request.RequestUri!.AbsoluteUri == NuGetAnswers.Source ? index : (HttpStatusCode.OK, NuGetAnswers.Pages(time.GetUtcNow()))).Client();
        return await new VulnerabilityData(client).FindAsync([NuGetAnswers.Source], default);
    }
}
