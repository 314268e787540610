using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

public sealed class ProvisionerTests
{
    private const string Install = "apt-get -o DPkg::Lock::Timeout=120 install --yes --quiet --no-install-recommends ";

    private readonly List<string> said = [];
    private readonly FakeMachine machine = new();
    private readonly ScriptedRunner runner = new();

    public ProvisionerTests() => runner
        .On("apt-get -o DPkg::Lock::Timeout=120 update")
        .On("apt-cache policy", "x:\n  Candidate: (none)\n")
        .On("apt-cache policy docker.io", Candidate).On("apt-cache policy docker-compose", Candidate).On("apt-cache policy iptables", Candidate)
        .On("apt-cache policy mmdebstrap", Candidate).On("apt-cache policy ca-certificates", Candidate)
        .On("apt-cache policy docker-compose-v2", "")
        .On("apt-get -o DPkg::Lock::Timeout=120 install", _ => Installed())
        .On("start-stop-daemon --start", _ => Started());

    [Fact]
    public async Task A_bare_machine_gets_everything_and_the_engine_is_started()
    {
        var result = await Provisioner().RunAsync();

        runner.Lines.ShouldContain(Install + "docker.io docker-compose iptables mmdebstrap ca-certificates");
        runner.Lines.ShouldContain("start-stop-daemon --start --oknodo --background --output /var/log/dockerd.log --pidfile /var/run/docker.pid --exec /usr/sbin/dockerd");
        result.Facts.ServerVersion.ShouldBe("20.10.24+dfsg1");
        result.Done.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_encrypts_backups_gets_the_program_for_it()
    {
        runner.On("apt-cache policy age", Candidate);
        machine.Variables["QGP_BACKUP_RECIPIENT"] = "age1somebody";

        await Provisioner().RunAsync();

        runner.Lines.ShouldContain(Install + "docker.io docker-compose iptables mmdebstrap age ca-certificates");
    }

    [Fact]
    public async Task What_will_be_done_is_said_before_it_is_done()
    {
        var saidAtInstall = 0;
        runner.On("apt-get -o DPkg::Lock::Timeout=120 install", _ =>
        {
            saidAtInstall = said.Count;
            return Installed();
        });

        await Provisioner().RunAsync();

        said[0].ShouldBe("Provisioning Debian GNU/Linux 12 (bookworm):");
        said[1].ShouldBe("- install with apt-get: docker.io, docker-compose, iptables, mmdebstrap, ca-certificates");
        said[2].ShouldContain("start dockerd in the background");
        saidAtInstall.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task The_second_time_there_is_nothing_to_do()
    {
        await Provisioner().RunAsync();
        runner.Commands.Clear();
        said.Clear();

        var result = await Provisioner().RunAsync();

        result.Done.ShouldBeEmpty();
        said.ShouldHaveSingleItem().ShouldStartWith("Nothing to do. Engine 20.10.24+dfsg1");
        runner.Lines.ShouldAllBe(line => !line.StartsWith("apt-get", StringComparison.Ordinal) && !line.StartsWith("start-stop-daemon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_root_nothing_is_touched_and_the_missing_packages_are_named()
    {
        machine.IsRoot = false;

        var refusal = await Should.ThrowAsync<ProvisioningRefusedException>(() => Provisioner().RunAsync());

        refusal.Message.ShouldContain("it must run as root");
        refusal.Message.ShouldContain("docker.io, docker-compose, iptables, mmdebstrap, ca-certificates");
        NothingWasTouched();
    }

    [Theory]
    [InlineData("ID=fedora\nPRETTY_NAME=\"Fedora Linux 42\"\n", "Fedora Linux 42")]
    [InlineData("", "an unknown Linux")]
    public async Task An_unknown_system_is_refused_with_what_to_install(string release, string name)
    {
        machine.Texts["/etc/os-release"] = release;

        var refusal = await Should.ThrowAsync<ProvisioningRefusedException>(() => Provisioner().RunAsync());

        refusal.Message.ShouldContain($"This machine runs {name}; provisioning knows the packages of Debian and Ubuntu only.");
        refusal.Message.ShouldContain("Install a container engine (20.10 or newer)");
        NothingWasTouched();
    }

    [Fact]
    public async Task An_engine_elsewhere_that_does_not_answer_is_not_replaced_by_one_here()
    {
        machine.Variables["DOCKER_HOST"] = "unix:///nowhere.sock";

        var refusal = await Should.ThrowAsync<ProvisioningRefusedException>(() => Provisioner().RunAsync());

        refusal.Message.ShouldContain("unix:///nowhere.sock");
        refusal.NextCommand.ShouldBe("unset DOCKER_HOST");
    }

    [Fact]
    public async Task Another_operating_system_is_refused_whatever_files_it_has()
    {
        machine.IsLinux = false;

        (await Should.ThrowAsync<ProvisioningRefusedException>(() => Provisioner().RunAsync())).Message.ShouldContain("an operating system other than Linux");
    }

    [Fact]
    public async Task A_newer_release_gets_the_packages_under_its_own_names()
    {
        runner.On("apt-cache policy docker-cli", Candidate).On("apt-cache policy docker-compose-v2", Candidate);

        await Provisioner().RunAsync();

        runner.Lines.ShouldContain(Install + "docker.io docker-cli docker-compose-v2 iptables mmdebstrap ca-certificates");
    }

    [Fact]
    public async Task A_package_that_no_source_has_is_an_error_before_anything_is_installed()
    {
        runner.On("apt-cache policy mmdebstrap", "mmdebstrap:\n  Candidate: (none)\n");

        var refusal = await Should.ThrowAsync<ProvisioningRefusedException>(() => Provisioner().RunAsync());

        refusal.Message.ShouldContain("mmdebstrap");
        runner.Lines.ShouldAllBe(line => !line.Contains(" install ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_unreachable_package_source_does_not_stop_the_others()
    {
        runner.On("apt-get -o DPkg::Lock::Timeout=120 update", exitCode: 100, error: "E: Failed to fetch http://elsewhere/");

        await Provisioner().RunAsync();

        said.ShouldContain(line => line.Contains("exit code 100", StringComparison.Ordinal) && line.Contains("http://elsewhere/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_engine_that_the_packages_started_themselves_is_not_started_again()
    {
        runner.On("apt-get -o DPkg::Lock::Timeout=120 install", async _ =>
        {
            await Installed();
            return await Started();
        });

        (await Provisioner().RunAsync()).Done.ShouldHaveSingleItem().ShouldStartWith("installed");

        runner.Lines.ShouldAllBe(line => !line.StartsWith("start-stop-daemon --start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_is_missing_is_installed()
    {
        machine.Has("docker", "docker-compose", "mmdebstrap");
        runner.Answers();

        await Provisioner().RunAsync();

        runner.Lines.ShouldContain(Install + "ca-certificates");
    }

    private static Task<CommandResult> Ok => Task.FromResult(new CommandResult(0, "", "", TimeSpan.Zero));

    private const string Candidate = "x:\n  Candidate: 1.0\n";

    private Provisioner Provisioner() => new(runner, machine, new ManualTime(pausesPass: true), said.Add);

    private Task<CommandResult> Installed()
    {
        machine.Has("docker", "/usr/sbin/dockerd", "docker-compose", "iptables", "mmdebstrap", "update-ca-certificates");
        runner.IsSilent().On("docker-compose version", "1.29.2");
        return Ok;
    }

    private Task<CommandResult> Started()
    {
        runner.Answers();
        return Ok;
    }

    private void NothingWasTouched() => runner.Lines.ShouldAllBe(line => line.Contains("version", StringComparison.Ordinal));
}
