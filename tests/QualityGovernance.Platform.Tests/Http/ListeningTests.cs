using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Http;

/// <summary>Real sockets: who is told where the service is, and gets through to it.</summary>
public class ListeningTests
{
    private const string Second = "127.0.0.2";

    [Fact]
    public async Task Told_an_address_the_service_answers_there_and_on_no_other_one_of_the_machine()
    {
        await using var host = await StartAsync("127.0.0.1");

        (await host.Client.GetAsync("/here")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var other in OtherAddresses())
            (await GetsThroughAsync(other, host.Port)).ShouldBeFalse($"{other}");
    }

    [Theory]
    [InlineData(null, Second)]
    [InlineData("", Second)]
    [InlineData("0.0.0.0", Second)]
    [InlineData("::", Second)]
    [InlineData(null, "::1")]
    [InlineData("::", "::1")]
    public async Task Told_every_address_or_none_it_answers_on_others_of_the_machine(string? told, string asked)
    {
        await using var host = await StartAsync(told);

        (await host.Client.GetAsync("/here")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetsThroughAsync(IPAddress.Parse(asked), host.Port)).ShouldBeTrue();
        foreach (var other in OtherAddresses().Where(other => other.AddressFamily == AddressFamily.InterNetwork))
            (await GetsThroughAsync(other, host.Port)).ShouldBeTrue($"{other}");
    }

    [Fact]
    public async Task Told_an_address_of_one_kind_it_does_not_answer_on_the_other()
    {
        await using var host = await StartAsync("::1");

        (await GetsThroughAsync(IPAddress.IPv6Loopback, host.Port)).ShouldBeTrue();
        (await GetsThroughAsync(IPAddress.Loopback, host.Port)).ShouldBeFalse();
    }

    private static Task<PlatformHost> StartAsync(string? address) =>
        PlatformHost.StartAsync(app => app.MapGet("/here", () => "here"), address is null ? null : new() { ["LISTEN_ADDRESS"] = address });

    /// <summary>A second one of the loopback, and what other machines could use. Networks of containers, which have no way out, come and go meanwhile.</summary>
    private static List<IPAddress> OtherAddresses() =>
    [
        IPAddress.Parse(Second),
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network is { OperationalStatus: OperationalStatus.Up, NetworkInterfaceType: not NetworkInterfaceType.Loopback })
            .Select(network => network.GetIPProperties())
            .Where(network => network.GatewayAddresses.Count > 0)
            .SelectMany(network => network.UnicastAddresses)
            .Select(unicast => unicast.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork),
    ];

    private static async Task<bool> GetsThroughAsync(IPAddress address, int port)
    {
        using var client = new TcpClient(address.AddressFamily);
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
