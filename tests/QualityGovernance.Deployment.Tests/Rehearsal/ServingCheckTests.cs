using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Rehearsal.Containers;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Tests.Engine;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

public sealed class ServingCheckTests : IDisposable
{
    private readonly RecordedRun recorded = new();
    private readonly ScriptedRunner runner = new ScriptedRunner()
        .On("docker ps --no-trunc --quiet --filter publish=8000", "c1")
        .On("docker ps --all", "c1")
        .On("docker container inspect", EngineScript.Container());

    public void Dispose() => recorded.Dispose();

    [Fact]
    public async Task The_container_of_the_built_image_on_the_port_is_what_is_wanted() => await CheckAsync();

    [Fact]
    public async Task A_container_of_another_image_is_not()
    {
        runner.On("docker container inspect", EngineScript.Container(image: "sha256:bb22"));

        (await Should.ThrowAsync<StepFailedException>(CheckAsync)).Message.ShouldBe("The container that holds port 8000 was made from sha256:bb22; built was sha256:aa11.");
    }

    [Theory]
    [InlineData("", "no container")]
    [InlineData("c2", "c2")]
    [InlineData("c1\nc2", "c1, c2")]
    public async Task A_port_that_somebody_else_holds_is_not(string holders, string named)
    {
        runner.On("docker ps --no-trunc --quiet --filter publish=8000", holders);

        (await Should.ThrowAsync<StepFailedException>(CheckAsync)).Message.ShouldEndWith($"but by {named}.");
    }

    [Fact]
    public async Task A_container_that_ended_is_not()
    {
        runner.On("docker container inspect", EngineScript.Container(status: "exited", health: null, exitCode: 3));

        (await Should.ThrowAsync<DeploymentException>(CheckAsync)).Message.ShouldContain("exited with code 3");
    }

    private async Task CheckAsync()
    {
        using var log = new StepLog(recorded.Run, "test.log", recorded.Time, text => text);
        var engine = new ContainerEngine(runner);
        var environment = new StackEnvironment
        {
            Image = "sha256:aa11",
            PostgresImage = "postgres",
            AppEnvironment = "production",
            SecretsFolder = "/secrets",
            Port = 8000,
            Purpose = Purposes.Rehearsal,
            Run = "r",
        };
        var stack = new ComposeStack(engine, new ComposeFacts(ComposeKind.Program, "1.29.2"), "qgp", "docker-compose.sandbox.yml", environment, new ManualTime(pausesPass: true));
        await new ServingCheck(engine, stack).RunAsync(new BuiltProduct("1", "c", "b", "sha256:aa11"), 8000, new StepContext(log, new RecordingConsole()), default);
    }
}
