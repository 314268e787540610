using System.Net;
using System.Net.Sockets;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Rehearsal.Containers;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Engine;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

public sealed class ContainerPrerequisitesTests : IDisposable
{
    private const string Docker = "/usr/bin/docker";

    private readonly RecordedRun recorded = new();
    private readonly TemporaryFolder root = new();
    private readonly FakeMachine machine = new FakeMachine().Has("docker", "mmdebstrap");
    private readonly ScriptedRunner runner = new ScriptedRunner().Answers()
        .On($"{Docker} image inspect", "[]", exitCode: 1, error: "Error: No such image")
        .On($"{Docker} ps", "").On($"{Docker} volume ls", "").On($"{Docker} network ls", "");

    public ContainerPrerequisitesTests()
    {
        foreach (var file in new[] { "Dockerfile", "docker-compose.sandbox.yml", "global.json" })
            File.WriteAllText(Path.Combine(root.Path, file), "");
    }

    public void Dispose()
    {
        recorded.Dispose();
        root.Dispose();
    }

    [Fact]
    public async Task A_machine_that_has_everything_has_no_problem() => (await FindAsync()).ShouldBeEmpty();

    [Fact]
    public async Task All_problems_are_found_at_once()
    {
        runner.IsSilent();
        File.Delete(Path.Combine(root.Path, "Dockerfile"));
        File.Delete(Path.Combine(root.Path, "global.json"));

        var problems = await FindAsync();

        problems.Count.ShouldBe(3);
        problems[0].ShouldContain("No container engine can be used");
        problems[1].ShouldContain("Dockerfile is missing");
        problems[2].ShouldContain("global.json is missing");
    }

    [Fact]
    public async Task A_missing_compose_is_a_problem()
    {
        runner.On("docker-compose version", exitCode: 127);

        (await FindAsync()).ShouldBe(["Neither \"docker compose\" nor docker-compose is installed."]);
    }

    [Fact]
    public async Task A_compose_that_is_too_old_is_a_problem()
    {
        runner.On("docker-compose version", "1.21.0");

        (await FindAsync()).ShouldBe(["docker-compose 1.21.0 is too old; 1.29 is the oldest that can be used."]);
    }

    [Fact]
    public async Task An_engine_that_is_too_old_is_a_problem()
    {
        runner.On($"{Docker} version --format '{{{{json .}}}}'", EngineScript.Version.Replace("20.10.24", "19.03.1", StringComparison.Ordinal));

        (await FindAsync()).ShouldBe(["The engine has version 19.03.1+dfsg1; 20.10 is the oldest that can be used."]);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_problem_that_names_the_container()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        runner.On($"{Docker} ps --filter publish={port}", "somebody|");

        (await FindAsync(port)).ShouldBe([$"Port {port} on 127.0.0.1 is taken by the container somebody. Give another one with --port, or none."]);
    }

    [Fact]
    public async Task A_port_that_only_an_orphan_holds_is_no_problem()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        runner.On($"{Docker} ps --all", $"20261123-140501-ab12|{OwnerMark.Current with { Started = "1" }}").On($"{Docker} ps --filter publish={port}", "orphan|20261123-140501-ab12");

        (await FindAsync(port)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_touched_to_find_out()
    {
        await FindAsync();

        runner.Lines.ShouldAllBe(line => line.Contains("version", StringComparison.Ordinal) || line.Contains(" info", StringComparison.Ordinal)
            || line.Contains("inspect", StringComparison.Ordinal) || line.Contains(" ps ", StringComparison.Ordinal) || line.Contains(" ls ", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> FindAsync(int? port = null)
    {
        using var log = new StepLog(recorded.Run, "test.log", recorded.Time, text => text);
        return await new ContainerPrerequisites(new RehearsalOptions(root.Path), runner, machine).FindAsync(port, new StepContext(log, new RecordingConsole()), default);
    }
}
