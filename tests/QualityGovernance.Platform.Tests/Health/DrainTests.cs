using System.Net.Sockets;
using System.Text;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Health;

/// <summary>The real program, told to stop.</summary>
public class DrainTests
{
    [Fact]
    public async Task A_signal_turns_readiness_off_lets_a_request_finish_and_ends_with_0()
    {
        await using var service = await RunningService.StartAsync(Environments.Production());
        using var slow = new TcpClient("127.0.0.1", service.Port);
        var stream = slow.GetStream();
        await SendAsync(stream, "POST /api/v1/auth/login HTTP/1.1\r\nHost: qgp\r\nContent-Type: application/json\r\nContent-Length: 12\r\nConnection: close\r\n\r\n{\"nothing");
        // The answer to a later request on another connection: the server has read the first one by then.
        (await service.Client.AskAsync("/healthz")).StatusCode.ShouldBe(200);

        service.Terminate();
        var draining = await Wait.UntilAsync(
            () => service.Client.AskAsync("/readyz"),
            answer => answer.Text.Contains("stopping", StringComparison.Ordinal),
            "Readiness says that the service is stopping");
        for (var i = 0; i < 20; i++)
            (await AskAnewAsync(service.Port)).StatusCode.ShouldBe(503);
        await SendAsync(stream, "\":1}");
        var answered = await new StreamReader(stream).ReadToEndAsync();

        draining.StatusCode.ShouldBe(503);
        draining.Json.GetProperty("status").GetString().ShouldBe("not_ready");
        answered.ShouldStartWith("HTTP/1.1 ");
        answered.ShouldContain("X-Request-ID");
        (await service.ExitCodeAsync()).ShouldBe(0, service.Log);
    }

    [Fact]
    public async Task A_request_that_never_finishes_does_not_hold_the_service_for_ever()
    {
        await using var service = await RunningService.StartAsync([]);
        using var stuck = new TcpClient("127.0.0.1", service.Port);
        await SendAsync(stuck.GetStream(), "POST /api/v1/auth/login HTTP/1.1\r\nHost: qgp\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{");

        service.Terminate();

        (await service.ExitCodeAsync()).ShouldBe(0, service.Log);
    }

    /// <summary>On a connection of its own: a service that no longer listens refuses it.</summary>
    private static async Task<Answer> AskAnewAsync(int port)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        return await client.AskAsync("/readyz");
    }

    private static async Task SendAsync(NetworkStream stream, string text)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        await stream.FlushAsync();
    }
}
