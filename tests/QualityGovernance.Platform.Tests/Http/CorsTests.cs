using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Http;

public class CorsTests
{
    private const string Known = "https://app.example.com";

    [Theory]
    [InlineData(Known, Known, Known)]
    [InlineData(Known, "https://evil.example.com", null)]
    [InlineData("*", "https://any.example.com", "*")]
    public async Task Only_a_listed_origin_may_read_an_answer(string setting, string origin, string? allowed)
    {
        await using var host = await PlatformHost.StartAsync(_ => { }, new Dictionary<string, string> { ["CORS_ORIGINS"] = setting });

        // An error, because those lose their headers most easily.
        var answer = await host.Client.AnswerAsync(new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "Origin", origin } } });

        answer.ShouldBeAProblem(404);
        answer.Header("Access-Control-Allow-Origin").ShouldBe(allowed);
    }

    [Fact]
    public async Task A_preflight_names_the_methods()
    {
        await using var host = await PlatformHost.StartAsync(_ => { }, new Dictionary<string, string> { ["CORS_ORIGINS"] = Known });
        var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/policies") { Headers = { { "Origin", Known }, { "Access-Control-Request-Method", "PATCH" } } };

        var answer = await host.Client.AnswerAsync(request);

        answer.StatusCode.ShouldBe(204);
        answer.Header("Access-Control-Allow-Methods").ShouldNotBeNull().ShouldContain("PATCH");
    }
}
