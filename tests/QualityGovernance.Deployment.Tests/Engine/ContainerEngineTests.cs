using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

public sealed class ContainerEngineTests
{
    private const string Docker = "/usr/bin/docker";

    private readonly ScriptedRunner runner = new();
    private readonly ContainerEngine engine;

    public ContainerEngineTests() => engine = new ContainerEngine(runner, Docker);

    [Fact]
    public async Task The_facts_are_those_that_engine_and_client_state_themselves()
    {
        runner.Answers();

        var facts = await engine.FactsAsync(["/usr/local/bin/docker"]);

        facts.ServerVersion.ShouldBe("20.10.24+dfsg1");
        facts.ApiVersion.ShouldBe("1.41");
        facts.ClientVersion.ShouldBe("28.2.2");
        facts.StorageDriver.ShouldBe("overlay2");
        facts.Cpus.ShouldBe(2);
        facts.ToString().ShouldContain("not used: /usr/local/bin/docker");
    }

    [Fact]
    public async Task A_client_without_an_engine_is_an_error_that_names_the_way_out()
    {
        runner.IsSilent();

        var failure = await Should.ThrowAsync<EngineUnavailableException>(() => engine.FactsAsync());

        failure.Message.ShouldContain($"the client {Docker} is there, and no engine answers it. {EngineScript.NotRunning}");
        failure.NextCommand.ShouldNotBeNull().ShouldContain("--provision");
    }

    [Fact]
    public async Task A_client_that_succeeds_without_a_server_is_not_believed()
    {
        runner.On($"{Docker} version", EngineScript.VersionWithoutServer).On($"{Docker} info", """{"ServerErrors":["permission denied"]}""");

        (await Should.ThrowAsync<EngineUnavailableException>(() => engine.FactsAsync())).Message.ShouldContain("permission denied");
    }

    [Fact]
    public async Task A_missing_client_is_an_error_that_names_the_way_out() =>
        (await Should.ThrowAsync<EngineUnavailableException>(() => engine.FactsAsync())).Message.ShouldBe("No container engine can be used: there is no docker program on PATH.");

    [Fact]
    public async Task A_container_is_read_with_its_state_ports_and_labels()
    {
        runner.On($"{Docker} container inspect c1", EngineScript.Container());

        var container = (await engine.ContainerAsync("c1")).ShouldNotBeNull();

        container.State.ShouldBe("running, healthy");
        container.Service.ShouldBe("app");
        container.ImageId.ShouldBe("sha256:aa11");
        container.Ports.ShouldBe(new Dictionary<string, string> { ["8000/tcp"] = "127.0.0.1:8000" });
        container.Environment["A"].ShouldBe("1");
    }

    [Theory]
    [InlineData("exited", 137, "exited with code 137")]
    [InlineData("restarting", 1, "restarting after exit code 1 (0 times so far)")]
    [InlineData("created", 0, "created")]
    public async Task Every_state_has_its_words(string status, int exitCode, string words)
    {
        runner.On($"{Docker} container inspect c1", EngineScript.Container(status: status, exitCode: exitCode, health: null));

        (await engine.ContainerAsync("c1"))!.State.ShouldBe(words);
    }

    [Fact]
    public async Task A_container_that_is_not_there_is_an_answer_and_a_silent_engine_is_an_error()
    {
        runner.On($"{Docker} container inspect", exitCode: 1, error: "Error: No such container: c1");
        (await engine.ContainerAsync("c1")).ShouldBeNull();

        runner.On($"{Docker} container inspect", exitCode: 1, error: EngineScript.NotRunning);
        await Should.ThrowAsync<CommandFailedException>(() => engine.ContainerAsync("c1"));
    }

    [Fact]
    public async Task Removal_selects_by_every_label_and_takes_the_volumes_only_when_told()
    {
        const string filters = "--filter label=qgp.project=quality-governance --filter label=qgp.purpose=rehearsal --filter label=qgp.run=r1";
        runner
            .On($"{Docker} ps --all --quiet --no-trunc {filters}", "c1")
            .On($"{Docker} container inspect c1", EngineScript.Container())
            .On($"{Docker} network ls --quiet --no-trunc {filters}", "0123456789abcdef")
            .On($"{Docker} volume ls --quiet {filters}", "data")
            .On($"{Docker} rm").On($"{Docker} network rm").On($"{Docker} volume rm");
        var labels = Labels.For(Purposes.Rehearsal, "r1");

        (await engine.RemoveAllAsync(labels, volumes: false)).ShouldBe(["container qgp_app_1", "network 0123456789ab"]);
        runner.Lines.ShouldNotContain($"{Docker} volume rm data");

        (await engine.RemoveAllAsync(labels, volumes: true)).ShouldContain("volume data");
        runner.Lines.ShouldContain($"{Docker} volume rm data");
    }

    [Fact]
    public async Task Nothing_can_be_removed_by_labels_that_others_may_carry_too()
    {
        await Should.ThrowAsync<ArgumentException>(() => engine.RemoveAllAsync(new Dictionary<string, string> { [Labels.Run] = "r1" }, volumes: true));

        runner.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_gone_already_counts_as_removed_and_what_is_in_use_does_not()
    {
        runner.On($"{Docker} volume rm", exitCode: 1, error: "Error: No such volume: data");
        await engine.RemoveVolumeAsync("data");

        runner.On($"{Docker} volume rm", exitCode: 1, error: "Error response from daemon: remove data: volume is in use");
        (await Should.ThrowAsync<CommandFailedException>(() => engine.RemoveVolumeAsync("data"))).Message.ShouldContain("volume is in use");
    }

    [Fact]
    public async Task A_single_container_has_no_rights_and_its_values_stand_in_no_command_line()
    {
        runner.On($"{Docker} run");

        await engine.RunContainerAsync(new ContainerRun("image", Labels.For(Purposes.Test)) { Environment = new Dictionary<string, string> { ["SECRET_KEY"] = "sentinel-7731" }, Command = ["check-config"] });

        var command = runner.Commands.ShouldHaveSingleItem();
        command.ToString().ShouldBe(
            $"{Docker} run --rm --pull never --network none --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges "
            + "--label qgp.project=quality-governance --label qgp.purpose=test --env SECRET_KEY image check-config");
        command.Environment["SECRET_KEY"].ShouldBe("sentinel-7731");
    }

    [Fact]
    public async Task A_container_that_could_not_be_cleaned_up_is_never_started() =>
        await Should.ThrowAsync<InvalidOperationException>(() => engine.RunContainerAsync(new ContainerRun("image", new Dictionary<string, string>())));

    [Fact]
    public void An_inventory_names_what_came_and_what_went()
    {
        var before = new Inventory(new HashSet<string> { "a", "b" }, new HashSet<string> { "v" }, new HashSet<string>());
        var after = new Inventory(new HashSet<string> { "b", "c" }, new HashSet<string>(), new HashSet<string> { "n" });

        before.DifferencesTo(after).ShouldBe(["container a is gone", "new container c", "volume v is gone", "new network n"]);
        before.DifferencesTo(before).ShouldBeEmpty();
    }
}
