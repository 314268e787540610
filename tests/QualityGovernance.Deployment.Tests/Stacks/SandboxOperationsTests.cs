using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Stacks;

public sealed class SandboxOperationsTests : IDisposable
{
    private const string Docker = "/usr/bin/docker";

    private readonly TemporaryFolder folder = new();
    private readonly RecordingConsole console = new();
    private readonly ScriptedRunner runner = new();
    private readonly FakeMachine machine = new FakeMachine().Has("docker", "docker-compose");

    public SandboxOperationsTests()
    {
        File.WriteAllText(Path.Combine(folder.Path, ".env.sandbox.example"), Checkout.Text(".env.sandbox.example").Replace("QGP_PORT=8000", $"QGP_PORT={FreePort.Find()}", StringComparison.Ordinal));
        var secrets = Directory.CreateDirectory(Path.Combine(folder.Path, ".nuke", "sandbox-secrets"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, ".nuke", "sandbox-secrets")))
            File.Copy(file, Path.Combine(secrets.FullName, Path.GetFileName(file)));
        runner.On("docker-compose").On($"{Docker} ps").On($"{Docker} network ls").Answers();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_engine_that_does_not_run_is_named_before_anything_else()
    {
        runner.IsSilent();

        await Should.ThrowAsync<EngineUnavailableException>(() => Sandbox().DownAsync(volumes: false, confirm: false));
        await Should.ThrowAsync<EngineUnavailableException>(() => Sandbox().UpAsync());
        runner.Lines.ShouldAllBe(line => !line.StartsWith("docker-compose --project-name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Folders_with_secrets_of_a_killed_run_are_gone_with_the_next_start()
    {
        var left = ClosedFolder.Create("test");
        File.WriteAllText(Directory.EnumerateFiles(left.FullPath).ShouldHaveSingleItem(), (OwnerMark.Current with { Started = "1" }).ToString());
        runner.IsSilent();

        await Should.ThrowAsync<EngineUnavailableException>(() => Sandbox().UpAsync());

        Directory.Exists(left.FullPath).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_any_compose_the_command_that_installs_one_is_named()
    {
        runner.On("docker-compose version", exitCode: 127, error: "not found");

        var failure = await Should.ThrowAsync<DeploymentException>(() => Sandbox().TellStatusAsync());

        failure.Message.ShouldBe("The engine answers, and neither docker compose nor docker-compose is there.");
        failure.NextCommand.ShouldBe("./build.sh Provision");
    }

    [Fact]
    public async Task Down_takes_the_containers_and_never_the_data()
    {
        await Sandbox().DownAsync(volumes: false, confirm: true);

        runner.Lines.Last().ShouldEndWith("down --timeout 30");
        runner.Lines.ShouldAllBe(line => !line.Contains("volume", StringComparison.Ordinal));
        console.Text.ShouldContain("its data stays for the next SandboxUp");
    }

    [Fact]
    public async Task The_status_and_the_logs_go_to_the_console()
    {
        runner.On($"{Docker} ps --all --quiet --no-trunc --filter label=com.docker.compose.project=qgp-sandbox --filter label=com.docker.compose.service=app ", "ap")
            .On($"{Docker} container inspect ap", EngineScript.Container("ap"))
            .On($"{Docker} image inspect", EngineScript.Image())
            .On($"{Docker} logs --tail 7 ap", "it serves");

        await Sandbox().TellStatusAsync();
        await Sandbox().TellLogsAsync("app", 7);

        console.Text.ShouldContain("running, healthy");
        console.Text.ShouldContain("it serves");
    }

    private SandboxOperations Sandbox() => new(runner, machine, folder.Path, new SecretMask(), new ManualTime(pausesPass: true), console);
}
