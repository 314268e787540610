using System.Net;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

public sealed class DefaultNetworkTests
{
    private readonly ScriptedRunner runner = new();

    [Fact]
    public async Task A_gateway_that_the_engine_names_is_the_address() =>
        (await AddressAsync("""[{"Subnet":"172.17.0.0/16","Gateway":"172.17.0.1"}]""", "172.17.9.9")).ShouldBe("172.17.0.1");

    [Theory]
    [InlineData("""[{"Subnet":"172.17.0.0/16"}]""")]
    [InlineData("""[{"Subnet":"172.17.0.0/16","Gateway":""}]""")]
    public async Task Where_the_engine_names_none_it_is_what_the_machine_has_there(string answer) =>
        (await AddressAsync(answer, "10.0.0.5", "172.17.0.1")).ShouldBe("172.17.0.1");

    [Theory]
    [InlineData("""[{"Subnet":"172.17.0.0/16"}]""", "172.17.0.0/16")]
    [InlineData("null", "which has no range")]
    public async Task A_machine_without_an_address_there_is_told_so(string answer, string named)
    {
        var failure = await Should.ThrowAsync<DeploymentException>(() => AddressAsync(answer, "10.0.0.5"));

        failure.Message.ShouldContain(named);
        failure.NextCommand.ShouldBe("docker network inspect bridge");
    }

    private Task<string> AddressAsync(string answer, params string[] own)
    {
        runner.On("docker network inspect bridge", answer);
        return new DefaultNetwork(new ContainerEngine(runner), () => own.Select(IPAddress.Parse)).MachineAddressAsync();
    }
}
