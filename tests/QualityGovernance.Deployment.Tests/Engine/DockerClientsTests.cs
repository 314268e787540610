using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

public sealed class DockerClientsTests
{
    private readonly FakeMachine machine = new FakeMachine().Has("/usr/local/bin/docker", "/usr/bin/docker");

    [Fact]
    public async Task Of_two_clients_the_first_that_gets_an_answer_is_used()
    {
        var runner = new ScriptedRunner().IsSilent("/usr/local/bin/docker").Answers("/usr/bin/docker");

        var engine = await new DockerClients(runner, machine).FindAsync();

        engine.Client.ShouldBe("/usr/bin/docker");
    }

    [Fact]
    public async Task Where_both_answer_it_is_the_one_that_the_users_shell_would_find()
    {
        var runner = new ScriptedRunner().Answers("/usr/local/bin/docker").Answers("/usr/bin/docker");
        var clients = new DockerClients(runner, machine);

        var facts = await clients.FactsAsync(await clients.FindAsync());

        facts.Client.ShouldBe("/usr/local/bin/docker");
        facts.OtherClients.ShouldBe(["/usr/bin/docker"]);
        facts.Compose.ShouldBe(new ComposeFacts(ComposeKind.Program, "1.29.2"));
    }

    [Fact]
    public async Task Without_any_client_the_error_says_so()
    {
        var clients = new DockerClients(new ScriptedRunner(), new FakeMachine());

        (await Should.ThrowAsync<EngineUnavailableException>(async () => await clients.FactsAsync(await clients.FindAsync()))).Message.ShouldContain("there is no docker program on PATH");
    }
}
