using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(StackCollection.Name)]
public sealed class StackListingTests(EngineFixture fixture)
{
    private readonly string stack = $"{DeployedEnvironment.Prefix}{Guid.CreateVersion7():N}";

    [Fact]
    public async Task Whatever_a_command_leaves_of_a_stack_is_seen()
    {
        var before = await StackListing.OfAsync(fixture.Engine, stack);
        before.ShouldBe("");

        foreach (var kind in StackListing.Kinds)
        {
            await fixture.Engine.Runner.CheckedAsync(new Command(fixture.Engine.Client, Making(kind)) { StandardInput = "left behind" });
            try
            {
                (await StackListing.OfAsync(fixture.Engine, stack)).ShouldContain($"{kind} {stack}");
            }
            finally
            {
                await fixture.Engine.CheckedAsync([kind, "rm", $"{stack}-left"]);
            }
        }
    }

    private string[] Making(string kind) => kind switch
    {
        "service" => ["service", "create", "--detach", "--replicas", "0", "--name", $"{stack}-left", fixture.RealImage],
        "container" => ["container", "create", "--name", $"{stack}-left", fixture.RealImage],
        "secret" or "config" => [kind, "create", $"{stack}-left", "-"],
        _ => [kind, "create", .. kind == "volume" ? ["--name"] : Array.Empty<string>(), $"{stack}-left"],
    };
}
