using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Engine;

/// <summary>The network that containers are in where nobody names one, and the machine's own address there: a container reaches the machine under it.</summary>
/// <param name="engine">Whose network.</param>
/// <param name="addresses">Those of this machine; its own where none are given.</param>
public sealed class DefaultNetwork(ContainerEngine engine, Func<IEnumerable<IPAddress>>? addresses = null)
{
    /// <summary>An engine that has made its network itself names no gateway until it is started the next time; then the address is the one that the machine has there.</summary>
    /// <exception cref="DeploymentException">The machine has none.</exception>
    public async Task<string> MachineAddressAsync(CancellationToken cancellation = default)
    {
        var answer = await engine.CheckedAsync(["network", "inspect", "bridge", "--format", "{{json .IPAM.Config}}"], cancellation: cancellation);
        var ranges = JsonNode.Parse(answer.Output) is JsonArray { Count: > 0 } configured ? configured : [];
        if (ranges.Select(range => range?["Gateway"]?.ToString()).FirstOrDefault(gateway => gateway is { Length: > 0 }) is { } named)
            return named;
        var subnets = ranges.Select(range => range?["Subnet"]?.ToString()).OfType<string>().Select(IPNetwork.Parse).ToList();
        return (addresses ?? Own)().FirstOrDefault(address => subnets.Any(subnet => subnet.Contains(address)))?.ToString()
            ?? throw new DeploymentException(
                $"This machine has no address in the default network of its container engine ({(subnets.Count == 0 ? "which has no range" : string.Join(", ", subnets))}), so no container could reach a server on it.",
                "docker network inspect bridge");
    }

    private static IEnumerable<IPAddress> Own() =>
        NetworkInterface.GetAllNetworkInterfaces().SelectMany(one => one.GetIPProperties().UnicastAddresses).Select(address => address.Address);
}
