using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Stacks;

public sealed class ComposeStackTests
{
    private const string Docker = "/usr/bin/docker";
    private const string Compose = "docker-compose --project-name p1 --file /repo/docker-compose.sandbox.yml ";

    private readonly ScriptedRunner runner = new();

    public ComposeStackTests() => runner.On(Compose).On($"{Docker} ps", "c1").On($"{Docker} rm").On($"{Docker} container inspect c1", EngineScript.Container());

    [Fact]
    public async Task The_database_and_the_application_are_started_one_at_a_time()
    {
        await Stack().StartPostgresAsync();
        await Stack().StartAppAsync();

        runner.Lines.ShouldBe([Compose + "up --detach --no-build --no-deps postgres", Compose + "up --detach --no-build --no-deps app"]);
    }

    [Fact]
    public async Task A_further_secret_is_mounted_and_stands_in_no_environment()
    {
        await Stack().MigrationsAsync(["create-admin", "--email", "a@example.org"], new Dictionary<string, string> { ["ADMIN_PASSWORD"] = "/private/admin_password" });

        runner.Lines.ShouldContain(
            Compose + "run -T --no-deps -v /private/admin_password:/run/secrets/admin_password:ro -e ADMIN_PASSWORD_FILE=/run/secrets/admin_password migrate create-admin --email a@example.org");
    }

    [Fact]
    public async Task A_one_shot_is_looked_at_before_it_is_removed()
    {
        runner.On(Compose + "run", exitCode: 1, error: "The migration failed.");

        var shot = await Stack().MigrationsAsync(["up"]);

        shot.Succeeded.ShouldBeFalse();
        shot.Container.ShouldNotBeNull().ImageId.ShouldBe("sha256:aa11");
        var lines = runner.Lines.ToList();
        lines.FindIndex(line => line.Contains("container inspect c1", StringComparison.Ordinal)).ShouldBeLessThan(lines.IndexOf($"{Docker} rm --force --volumes c1"));
        lines.ShouldContain(line => line.Contains("label=com.docker.compose.oneoff=True", StringComparison.Ordinal) && line.Contains("label=com.docker.compose.service=migrate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_one_shot_that_was_interrupted_is_removed_all_the_same()
    {
        runner.On(Compose + "run", _ => throw new OperationCanceledException());

        await Should.ThrowAsync<OperationCanceledException>(() => Stack().MigrationsAsync(["up"]));

        runner.Lines.ShouldContain($"{Docker} rm --force --volumes c1");
    }

    [Fact]
    public async Task Containers_are_found_by_labels_and_never_by_name()
    {
        await Stack().FindAsync("app");

        runner.Lines.First().ShouldBe(
            $"{Docker} ps --all --quiet --no-trunc --filter label=com.docker.compose.project=p1 --filter label=com.docker.compose.service=app "
            + "--filter label=com.docker.compose.oneoff=False --filter label=qgp.project=quality-governance");
    }

    [Fact]
    public async Task Waiting_ends_as_soon_as_the_container_has_ended()
    {
        runner.On($"{Docker} container inspect c1", EngineScript.Container(status: "exited", exitCode: 78, health: "starting"));

        var failure = await Should.ThrowAsync<PollGaveUpException>(() => Stack().WaitHealthyAsync("app", TimeSpan.FromSeconds(30)));

        failure.LastObservation.ShouldBe("app is exited with code 78");
    }

    [Fact]
    public async Task A_container_that_runs_and_is_not_healthy_is_waited_for_until_the_deadline()
    {
        runner.On($"{Docker} container inspect c1", EngineScript.Container(health: "starting"));

        var failure = await Should.ThrowAsync<PollGaveUpException>(() => Stack().WaitHealthyAsync("app", TimeSpan.FromSeconds(30)));

        failure.Message.ShouldContain("was not so within 30 s. Last seen: app is running, starting");
    }

    [Fact]
    public async Task A_healthy_service_is_reported_as_seen() =>
        (await Stack().WaitHealthyAsync("app", TimeSpan.FromSeconds(30))).ShouldBe("app is running, healthy");

    [Fact]
    public async Task What_is_thrown_away_is_chosen_by_the_labels_of_the_run()
    {
        runner.On($"{Docker} ps").On($"{Docker} network ls").On($"{Docker} volume ls");

        await Stack().RemoveAsync();

        runner.Lines.ShouldAllBe(line => line.Contains("label=qgp.run=r1", StringComparison.Ordinal) && line.Contains("label=qgp.project=quality-governance", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_volume_goes_only_on_request()
    {
        await Stack().DownAsync(volumes: false);
        await Stack().DownAsync(volumes: true);

        runner.Lines.ShouldBe([Compose + "--profile backup down --timeout 30", Compose + "--profile backup down --timeout 30 --volumes"]);
    }

    private ComposeStack Stack() => new(
        new ContainerEngine(runner, Docker), new ComposeFacts(ComposeKind.Program, "1.29.2"), "p1", "/repo/docker-compose.sandbox.yml", StackEnvironmentTests.Valid, new ManualTime(pausesPass: true));
}
