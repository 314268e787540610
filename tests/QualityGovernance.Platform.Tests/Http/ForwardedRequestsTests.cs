using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Http;

public class ForwardedRequestsTests
{
    [Theory]
    [InlineData("", "127.0.0.1 http")]
    [InlineData("10.0.0.0/8", "127.0.0.1 http")]
    [InlineData("no-such-proxy.invalid", "127.0.0.1 http")]
    [InlineData("127.0.0.1", "192.0.2.7 https")]
    [InlineData("127.0.0.0/8", "192.0.2.7 https")]
    [InlineData("localhost", "192.0.2.7 https")]
    public async Task Only_a_trusted_proxy_says_from_where_a_request_came(string trusted, string seen) =>
        (await SeenAsync(trusted, "192.0.2.7")).ShouldBe(seen);

    [Fact]
    public async Task What_a_client_says_before_the_proxy_is_not_believed() =>
        (await SeenAsync("127.0.0.1", "198.51.100.1, 192.0.2.7")).ShouldBe("192.0.2.7 https");

    private static async Task<string> SeenAsync(string trusted, string forwarded)
    {
        await using var host = await PlatformHost.StartAsync(
            app => app.MapGet("/seen", (HttpContext http) => $"{http.Connection.RemoteIpAddress?.MapToIPv4()} {http.Request.Scheme}"),
            new Dictionary<string, string> { ["TRUSTED_PROXIES"] = trusted });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/seen") { Headers = { { "X-Forwarded-For", forwarded }, { "X-Forwarded-Proto", "https" } } };
        using var answer = await host.Client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
