using System.Net;
using System.Net.Sockets;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.EndToEnd.Tests;

public sealed class RunServiceTests
{
    /// <summary>Another address of this machine, also where it is in no network.</summary>
    private static readonly IPAddress Other = IPAddress.Parse("127.0.0.2");

    [Theory]
    [InlineData("", "   Its reference page", false)]
    [InlineData("--listen-address 0.0.0.0", ", and on every other address of this machine", true)]
    public async Task The_service_answers_on_this_machine_alone_unless_told_otherwise(string options, string said, bool isOpen)
    {
        string[] given = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var port = FreePort.Find();
        using var run = new BuildCommand(new Dictionary<string, string> { ["LISTEN_ADDRESS"] = "" }, ["Run", "--port", $"{port}", "--configuration", Checkout.Configuration, .. given]);
        await run.UntilAsync("Application started.");

        run.Text.ShouldContain($"The service: http://127.0.0.1:{port}{said}");
        (await GetsThroughAsync(IPAddress.Loopback, port)).ShouldBeTrue(run.Text);
        (await GetsThroughAsync(Other, port)).ShouldBe(isOpen);

        run.Terminate();
        await run.ExitCodeAsync();
        (await GetsThroughAsync(IPAddress.Loopback, port)).ShouldBeFalse();
    }

    private static async Task<bool> GetsThroughAsync(IPAddress address, int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address, port);
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return false;
        }
    }
}
