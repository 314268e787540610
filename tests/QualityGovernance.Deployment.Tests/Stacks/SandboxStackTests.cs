using System.Net;
using System.Net.Sockets;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Stacks;

public sealed class SandboxStackTests : IDisposable
{
    private const string Docker = "/usr/bin/docker";

    private static readonly BaseImageSet Bases = new(BaseKind.StandIn, "qgp-base/sdk:10.0", "qgp-base/aspnet:10.0", "qgp-base/postgres:15");

    private readonly TemporaryFolder folder = new();
    private readonly List<string> said = [];
    private readonly SecretMask mask = new();
    private readonly ScriptedRunner runner = new();

    public SandboxStackTests()
    {
        File.WriteAllText(Path.Combine(folder.Path, ".env.sandbox.example"), Checkout.Text(".env.sandbox.example").Replace("QGP_PORT=8000", $"QGP_PORT={FreePort.Find()}", StringComparison.Ordinal));
        var secrets = Directory.CreateDirectory(Path.Combine(folder.Path, ".nuke", "sandbox-secrets"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, ".nuke", "sandbox-secrets")))
            File.Copy(file, Path.Combine(secrets.FullName, Path.GetFileName(file)));
        runner
            .On("docker-compose").On($"{Docker} tag").On($"{Docker} image inspect", EngineScript.Image(labels: "\"org.opencontainers.image.version\":\"1.2.3\",\"org.opencontainers.image.revision\":\"abcdef0123456789\""))
            .On($"{Docker} ps").On($"{Docker} logs").On($"{Docker} network ls");
        Has("postgres", EngineScript.Container("pg", "postgres", env: ""));
        Has("migrate", EngineScript.Container("mg", "migrate", "exited", health: null));
        Has("app", EngineScript.Container("ap", "app"));
    }

    [Fact]
    public async Task Removing_the_data_needs_a_second_word_and_nothing_is_touched_before()
    {
        var refusal = await Should.ThrowAsync<DeploymentException>(() => Sandbox().DownAsync(volumes: true, confirm: false));

        refusal.NextCommand.ShouldBe("./build.sh SandboxDown --volumes --confirm");
        runner.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Down_keeps_the_data_and_both_words_remove_it()
    {
        await Sandbox().DownAsync(volumes: false, confirm: true);
        runner.Lines.Last().ShouldEndWith("down --timeout 30");

        await Sandbox().DownAsync(volumes: true, confirm: true);
        runner.Lines.Last().ShouldEndWith("down --timeout 30 --volumes");
    }

    [Fact]
    public async Task The_page_of_a_restore_that_was_killed_is_told_of_and_goes_with_the_stack_and_before_its_start()
    {
        const string page = $"{Docker} ps --all --quiet --no-trunc --filter label=qgp.project=quality-governance --filter label=qgp.purpose=maintenance --filter label=qgp.run=qgp-sandbox";
        runner.On(page, "mp").On($"{Docker} container inspect mp", EngineScript.Container("mp", "page", health: null)).On($"{Docker} rm --force --volumes mp");

        (await Sandbox().StatusAsync())[^1].ShouldEndWith("shows the maintenance page: a restore is at work, or was interrupted. After an interruption: ./build.sh SandboxUp");

        await Sandbox().DownAsync(volumes: false, confirm: false);
        runner.Lines.ShouldContain($"{Docker} rm --force --volumes mp");
        said.ShouldContain(line => line.Contains("did not come to its end", StringComparison.Ordinal));

        runner.Commands.Clear();
        runner.On("docker-compose", exitCode: 1, error: "stop here");
        await Should.ThrowAsync<DeploymentException>(() => Sandbox().UpAsync(image: null, Bases));
        runner.Lines.TakeWhile(line => !line.StartsWith("docker-compose", StringComparison.Ordinal)).ShouldContain($"{Docker} rm --force --volumes mp");
    }

    [Fact]
    public async Task The_status_is_a_table_of_state_ports_image_and_revision()
    {
        var table = await Sandbox().StatusAsync();

        table[0].ShouldStartWith("Service   State");
        table[3].ShouldContain("running, healthy");
        table[3].ShouldContain("127.0.0.1:8000 -> 8000/tcp");
        table[3].ShouldContain("1.2.3 (abcdef012345)");
        table[2].ShouldContain("exited with code 0");
    }

    [Fact]
    public async Task A_service_that_was_never_started_is_in_the_table_too()
    {
        runner.On(Ps("app"));

        (await Sandbox().StatusAsync())[3].ShouldBe("app       not started");
    }

    [Fact]
    public async Task A_migration_that_fails_is_named_with_its_last_words_and_the_next_command()
    {
        runner.On("docker-compose", exitCode: 1, error: "ERROR: for app  Container \"mg\" exited with code 1.");
        Has("migrate", EngineScript.Container("mg", "migrate", "exited", health: null, exitCode: 1));
        runner.On($"{Docker} logs --tail 15 mg", "The column \"title\" exists already.");

        var failure = await Should.ThrowAsync<DeploymentException>(() => Sandbox().UpAsync("quality-governance:1.2.3", Bases));

        failure.Message.ShouldBe("The sandbox did not start: migrate is exited with code 1. Its log ends with:\nThe column \"title\" exists already.");
        failure.NextCommand.ShouldBe("./build.sh SandboxLogs --service migrate");
    }

    [Fact]
    public async Task An_application_that_ends_at_once_is_not_waited_for()
    {
        Has("app", EngineScript.Container("ap", "app", "restarting", health: "starting", exitCode: 78));
        runner.On($"{Docker} logs --tail 15 ap", "SECRET_KEY is not set.");

        var failure = await Should.ThrowAsync<DeploymentException>(() => Sandbox().UpAsync(image: null, Bases));

        failure.Message.ShouldContain("app is restarting after exit code 78");
        failure.Message.ShouldContain("SECRET_KEY is not set.");
    }

    [Fact]
    public async Task The_images_of_the_sandbox_get_the_names_that_the_example_uses()
    {
        runner.On("docker-compose", exitCode: 1, error: "stop here");

        await Should.ThrowAsync<DeploymentException>(() => Sandbox().UpAsync("quality-governance:1.2.3", Bases));

        runner.Lines.ShouldContain($"{Docker} tag quality-governance:1.2.3 quality-governance:sandbox");
        runner.Lines.ShouldContain($"{Docker} tag qgp-base/postgres:15 quality-governance-postgres:sandbox");
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_an_error_before_anything_is_started()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        File.WriteAllText(Path.Combine(folder.Path, ".env.sandbox"), Checkout.Text(".env.sandbox.example").Replace("QGP_PORT=8000", $"QGP_PORT={port}", StringComparison.Ordinal));
        runner.On(Ps("app"));

        var failure = await Should.ThrowAsync<DeploymentException>(() => Sandbox().UpAsync(image: null, Bases));

        failure.Message.ShouldBe($"Port {port} on 127.0.0.1 is taken by another program. Stop that, or set QGP_PORT to a free port in .env.sandbox.");
        runner.Lines.ShouldAllBe(line => !line.StartsWith("docker-compose", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("QGP_SECRETS=./.nuke/sandbox-secrets", "QGP_SECRETS=", ".env.sandbox does not set QGP_SECRETS. Take the line from .env.sandbox.example.")]
    [InlineData("QGP_PORT=8000", "QGP_PORT=80x", ".env.sandbox sets QGP_PORT to \"80x\", which is not a port (1 to 65535).")]
    public async Task A_wrong_line_in_the_users_own_file_is_named(string right, string wrong, string sentence)
    {
        File.WriteAllText(Path.Combine(folder.Path, ".env.sandbox"), Checkout.Text(".env.sandbox.example").Replace(right, wrong, StringComparison.Ordinal));

        (await Should.ThrowAsync<DeploymentException>(() => Sandbox().StatusAsync())).Message.ShouldBe(sentence);
    }

    [Fact]
    public async Task The_secrets_of_the_folder_are_known_to_the_mask()
    {
        await Sandbox().StatusAsync();

        mask.Apply("sandboxonlypassword sandbox-only-secret-key-not-for-production-0001").ShouldBe("*** ***");
    }

    [Fact]
    public async Task Logs_of_all_services_say_whose_they_are_and_an_unknown_service_is_an_error()
    {
        var lines = new List<string>();
        runner.On($"{Docker} logs --tail 5 ap", "hello");

        await Sandbox().LogsAsync(service: null, 5, lines.Add);
        lines.ShouldBe(["app      | hello"]);

        (await Should.ThrowAsync<DeploymentException>(() => Sandbox().LogsAsync("ap", 5, lines.Add))).Message.ShouldBe("The sandbox has no service \"ap\". It has postgres, migrate, app, backup.");
    }

    public void Dispose() => folder.Dispose();

    private void Has(string service, string container)
    {
        var id = container[(container.IndexOf("\"Id\":\"", StringComparison.Ordinal) + 6)..][..2];
        runner.On(Ps(service), id).On($"{Docker} container inspect {id}", container);
    }

    private static string Ps(string service) => $"{Docker} ps --all --quiet --no-trunc --filter label=com.docker.compose.project=qgp-sandbox --filter label=com.docker.compose.service={service} ";

    private SandboxStack Sandbox() =>
        new(new ContainerEngine(runner, Docker), new ComposeFacts(ComposeKind.Program, "1.29.2"), folder.Path, mask, new ManualTime(pausesPass: true), said.Add);
}
