using System.Net;
using System.Net.Sockets;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Commands;

public class CommandTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Theory]
    [InlineData("chek-config", "check-config")]
    [InlineData("Healthcheck", "healthcheck")]
    [InlineData("--describe-config", "describe-config")]
    [InlineData("health-check", "healthcheck")]
    public async Task An_unknown_command_is_refused_with_the_nearest_one(string given, string meant)
    {
        var finished = await ServiceProgram.RunAsync([given], Nothing);

        finished.ExitCode.ShouldBe(64);
        finished.ErrorLines.ShouldHaveSingleItem().ShouldContain($"Did you mean '{meant}'?");
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("healthcheck", "now")]
    [InlineData("describe-config", "--yaml")]
    [InlineData("check-config", "--json")]
    [InlineData("describe-api", "--json")]
    [InlineData("--port=1", "healthcheck")]
    public async Task What_is_not_understood_is_refused(params string[] arguments)
    {
        var finished = await ServiceProgram.RunAsync(arguments, Nothing);

        finished.ExitCode.ShouldBe(64);
        finished.ErrorLines.ShouldHaveSingleItem();
        finished.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task Help_lists_every_command(string argument)
    {
        var finished = await ServiceProgram.RunAsync([argument], Nothing);

        finished.ExitCode.ShouldBe(0);
        foreach (var command in new[] { "healthcheck", "check-config", "describe-config", "verify-audit-trail", "describe-api", "--help" })
            finished.Output.ShouldContain(command);
    }

    [Fact]
    public async Task A_healthcheck_of_nobody_fails_in_one_line()
    {
        var finished = await ServiceProgram.RunAsync(["healthcheck"], new Dictionary<string, string> { ["PORT"] = $"{FreePort.Take()}" });

        finished.ExitCode.ShouldBe(1);
        finished.ErrorLines.ShouldHaveSingleItem().ShouldContain("/healthz cannot be asked");
    }

    [Fact]
    public async Task A_healthcheck_asks_the_running_service_and_passes_by_a_proxy()
    {
        await using var service = await RunningService.StartAsync([]);

        var finished = await ServiceProgram.RunAsync(
            ["healthcheck"],
            new Dictionary<string, string> { ["PORT"] = $"{service.Port}", ["HTTP_PROXY"] = "http://127.0.0.1:9", ["http_proxy"] = "http://127.0.0.1:9" });

        finished.ExitCode.ShouldBe(0, finished.Error);
        finished.Output.ShouldBe($"http://127.0.0.1:{service.Port}/healthz answered 200.\n");
    }

    [Theory]
    [InlineData("127.0.0.2", "127.0.0.2")]
    [InlineData("::1", "[::1]")]
    [InlineData("0.0.0.0", "127.0.0.1")]
    [InlineData("::", "127.0.0.1")]
    [InlineData("", "127.0.0.1")]
    public async Task A_healthcheck_asks_the_service_where_it_listens(string address, string asked)
    {
        await using var service = await RunningService.StartAsync(new() { ["LISTEN_ADDRESS"] = address });

        var finished = await ServiceProgram.RunAsync(["healthcheck"], new Dictionary<string, string> { ["PORT"] = $"{service.Port}", ["LISTEN_ADDRESS"] = address });

        finished.ExitCode.ShouldBe(0, finished.Error);
        finished.Output.ShouldBe($"http://{asked}:{service.Port}/healthz answered 200.\n");
    }

    [Fact]
    public async Task A_healthcheck_finds_the_address_in_a_configuration_file()
    {
        using var folder = new Scratch();
        folder.Write("appsettings.json", """{ "LISTEN_ADDRESS": "127.0.0.3" }""");

        (await ServiceProgram.RunAsync(["healthcheck"], new Dictionary<string, string> { ["PORT"] = $"{FreePort.Take()}" }, folder.Path)).Error.ShouldStartWith("http://127.0.0.3:");
    }

    [Theory]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", "answered 503")]
    [InlineData("HTTP/1.1 301 Moved Permanently\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", "answered 301")]
    [InlineData("not http at all\r\n\r\n", "cannot be asked")]
    [InlineData("", "did not answer within 3 s")]
    public async Task A_healthcheck_fails_when_what_listens_is_not_healthy(string reply, string seen)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var probe = ServiceProgram.RunAsync(["healthcheck"], new Dictionary<string, string> { ["PORT"] = $"{((IPEndPoint)listener.LocalEndpoint).Port}" });
        using var connection = await listener.AcceptTcpClientAsync();
        await connection.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(reply));

        var finished = await probe;

        finished.ExitCode.ShouldBe(1);
        finished.ErrorLines.ShouldHaveSingleItem().ShouldContain(seen);
    }

    [Fact]
    public async Task A_healthcheck_with_an_impossible_port_fails() =>
        (await ServiceProgram.RunAsync(["healthcheck"], new Dictionary<string, string> { ["PORT"] = "http" })).ExitCode.ShouldBe(1);

    [Fact]
    public async Task A_healthcheck_with_an_impossible_address_fails() =>
        (await ServiceProgram.RunAsync(["healthcheck"], new Dictionary<string, string> { ["LISTEN_ADDRESS"] = "localhost" })).ErrorLines
            .ShouldBe(["LISTEN_ADDRESS is not an IP address, so there is no address to ask."]);

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("2001:db8::7")]
    public async Task An_address_of_another_machine_is_one_sentence_and_no_crash(string address)
    {
        var finished = await ServiceProgram.RunAsync([], new Dictionary<string, string> { ["LISTEN_ADDRESS"] = address, ["PORT"] = $"{FreePort.Take()}", ["LOG_LEVEL"] = "None" });

        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.ErrorLines.ShouldHaveSingleItem().ShouldStartWith($"{address} is no address of this machine.");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence_and_no_crash()
    {
        using var listener = new TcpListener(IPAddress.IPv6Any, 0) { Server = { DualMode = true } };
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var finished = await ServiceProgram.RunAsync([], new Dictionary<string, string> { ["PORT"] = $"{port}", ["LOG_LEVEL"] = "None" });

        finished.ExitCode.ShouldBe(1);
        finished.ErrorLines.ShouldHaveSingleItem().ShouldStartWith($"Port {port} is taken");
    }
}
