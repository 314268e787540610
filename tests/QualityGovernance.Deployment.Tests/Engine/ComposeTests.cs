using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

public sealed class ComposeTests
{
    private static readonly Dictionary<string, string> Variables = new() { ["SECRET_KEY"] = "sentinel-7731" };

    private readonly ScriptedRunner runner = new();

    [Fact]
    public async Task The_plugin_is_preferred()
    {
        runner.On("docker compose version --short", "v2.29.1").On("docker-compose version --short", "1.29.2");

        (await new ComposeFinder(runner).FindAsync()).ShouldBe(new ComposeFacts(ComposeKind.Plugin, "2.29.1"));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("Usage:  docker [OPTIONS] COMMAND", 0)]
    public async Task A_client_without_the_plugin_is_not_mistaken_for_one_with_it(string output, int exitCode)
    {
        runner.On("docker compose version --short", output, exitCode).On("docker-compose version --short", "1.29.2");

        (await new ComposeFinder(runner).FindAsync()).ShouldBe(new ComposeFacts(ComposeKind.Program, "1.29.2"));
    }

    [Fact]
    public async Task A_machine_without_compose_has_none() => (await new ComposeFinder(runner).FindAsync()).ShouldBeNull();

    [Theory]
    [InlineData(ComposeKind.Plugin, "/usr/bin/docker compose --project-name p1 --file /repo/docker-compose.sandbox.yml up --detach")]
    [InlineData(ComposeKind.Program, "docker-compose --project-name p1 --file /repo/docker-compose.sandbox.yml up --detach")]
    public async Task Both_generations_are_called_with_the_same_arguments(ComposeKind kind, string line)
    {
        runner.On("docker-compose").On("/usr/bin/docker compose");

        await Stack(kind).CheckedAsync(["up", "--detach"], TimeSpan.FromMinutes(1));

        runner.Lines.ShouldHaveSingleItem().ShouldBe(line);
    }

    [Fact]
    public async Task Values_go_through_the_environment_where_they_win_and_nothing_else_steers_compose()
    {
        runner.On("docker-compose");

        await Stack(ComposeKind.Program).RunAsync(["config"], TimeSpan.FromMinutes(1));

        var command = runner.Commands.ShouldHaveSingleItem();
        command.ToString().ShouldNotContain("sentinel-7731");
        command.Environment["SECRET_KEY"].ShouldBe("sentinel-7731");
        command.Environment["COMPOSE_PROJECT_NAME"].ShouldBe("p1");
        command.Environment.ShouldContainKeyAndValue("COMPOSE_FILE", null);
        command.Environment.ShouldContainKeyAndValue("COMPOSE_PROFILES", null);
    }

    [Fact]
    public async Task A_failure_names_the_command_and_what_it_said()
    {
        runner.On("docker-compose", exitCode: 1, error: "ERROR: no such service: ap");

        var failure = await Should.ThrowAsync<CommandFailedException>(() => Stack(ComposeKind.Program).CheckedAsync(["up", "ap"], TimeSpan.FromMinutes(1)));

        failure.Message.ShouldContain("up ap\" ended with exit code 1: ERROR: no such service: ap");
    }

    private Compose Stack(ComposeKind kind) => new(runner, new ComposeFacts(kind, "x"), "p1", "/repo/docker-compose.sandbox.yml", Variables, "/usr/bin/docker");
}
