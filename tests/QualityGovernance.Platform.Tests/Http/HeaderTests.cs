using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Http;

public class HeaderTests(ErrorHost host) : IClassFixture<ErrorHost>
{
    [Theory]
    [InlineData("/fine")]
    [InlineData("/nowhere")]
    [InlineData("/throws")]
    public async Task Every_answer_has_the_security_headers(string path)
    {
        var answer = await host.Client.AskAsync(path);

        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("X-Frame-Options").ShouldBe("DENY");
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
        answer.Header("Content-Security-Policy").ShouldBe("default-src 'none'; frame-ancestors 'none'");
        answer.Header("Cache-Control").ShouldNotBeNull().ShouldContain("no-store");
        answer.Header("Server").ShouldBeNull();
        answer.Header("Strict-Transport-Security").ShouldBeNull();
    }

    [Fact]
    public async Task Where_real_data_live_browsers_are_told_to_stay_with_tls()
    {
        await using var production = await PlatformHost.StartAsync(_ => { }, Environments.Production());

        (await production.Client.AskAsync("/")).Header("Strict-Transport-Security").ShouldBe("max-age=31536000");
    }

    [Theory]
    [InlineData("/fine/")]
    [InlineData("/numbers/3/")]
    public async Task A_trailing_slash_changes_nothing(string path) => (await host.Client.AskAsync(path)).StatusCode.ShouldBe(200);
}
