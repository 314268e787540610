using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

public sealed class EngineStarterTests
{
    private const string Pid = "/var/run/docker.pid";
    private const string Socket = "/run/containerd/containerd.sock";

    private readonly List<string> said = [];
    private readonly FakeMachine machine = new FakeMachine().Has("docker", "/usr/sbin/dockerd");
    private readonly ScriptedRunner runner = new();

    public EngineStarterTests() => runner.IsSilent().On("start-stop-daemon --start", _ => Answering()).On("systemctl start docker", _ => Answering());

    [Theory]
    [InlineData("4711", null)]
    [InlineData("4711", "postgres\n")]
    [InlineData("not a number", null)]
    public async Task The_pid_file_of_an_engine_that_is_gone_is_removed(string content, string? programOfThatNumberNow)
    {
        machine.Texts[Pid] = content;
        if (programOfThatNumberNow is not null)
            machine.Texts["/proc/4711/comm"] = programOfThatNumberNow;

        await Starter().StartAsync();

        machine.Deleted.ShouldBe([Pid]);
        said.ShouldHaveSingleItem().ShouldContain(Pid);
    }

    [Fact]
    public async Task The_pid_file_of_an_engine_that_runs_stays()
    {
        machine.Texts[Pid] = "4711\n";
        machine.Texts["/proc/4711/comm"] = "dockerd\n";

        await Starter().StartAsync();

        machine.Deleted.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_socket_that_nobody_answers_on_is_removed_and_one_that_is_in_use_stays()
    {
        machine.Texts[Socket] = "";
        machine.Listening.Add(Socket);
        await Starter().StartAsync();
        machine.Deleted.ShouldBeEmpty();

        machine.Listening.Clear();
        await Starter().StartAsync();
        machine.Deleted.ShouldBe([Socket]);
    }

    [Fact]
    public async Task Where_there_is_a_service_manager_it_starts_the_engine()
    {
        machine.Texts["/run/systemd/system"] = "";

        await Starter().StartAsync();

        runner.Lines.ShouldContain("systemctl start docker");
        runner.Lines.ShouldAllBe(line => !line.StartsWith("start-stop-daemon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_engine_that_ends_at_once_is_not_waited_for_and_its_log_is_shown()
    {
        machine.Texts[EngineStarter.LogFile] = "line one\nfailed to start daemon: Devices cgroup isn't mounted\n";
        runner.On("start-stop-daemon --start").On("start-stop-daemon --status", exitCode: 3);

        var failure = await Should.ThrowAsync<DeploymentException>(() => Starter().StartAsync());

        failure.Message.ShouldContain("/usr/sbin/dockerd ended.");
        failure.Message.ShouldContain("Devices cgroup isn't mounted");
        failure.NextCommand.ShouldBe("tail -n 50 /var/log/dockerd.log");
    }

    [Fact]
    public async Task An_engine_that_never_answers_is_given_up_after_its_deadline()
    {
        runner.On("start-stop-daemon --start").On("start-stop-daemon --status");

        (await Should.ThrowAsync<DeploymentException>(() => Starter().StartAsync())).Message.ShouldContain("was not so within 120 s");
    }

    [Fact]
    public async Task A_machine_without_an_engine_to_start_says_what_to_install() =>
        (await Should.ThrowAsync<ProvisioningRefusedException>(() => new EngineStarter(runner, new FakeMachine(), TimeProvider.System, said.Add).StartAsync()))
            .NextCommand.ShouldBe("apt-get install docker.io");

    private EngineStarter Starter() => new(runner, machine, new ManualTime(pausesPass: true), said.Add);

    private Task<CommandResult> Answering()
    {
        runner.Answers();
        return Task.FromResult(new CommandResult(0, "", "", TimeSpan.Zero));
    }
}
