using System.Net;
using System.Net.Sockets;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>One fault each, planted into the real thing: the right step fails for the right reason, and nothing is left behind.</summary>
[Trait("Needs", "Engine")]
[Collection(RehearsalCollection.Name)]
public sealed class FaultTests(EngineFixture fixture) : IAsyncLifetime
{
    private Bystanders bystanders = null!;

    public async Task InitializeAsync() => bystanders = await Bystanders.StandAsync(fixture.Engine, fixture.RealImage, Purposes.Rehearsal);

    public async Task DisposeAsync()
    {
        await using (bystanders)
            await bystanders.NothingChangedAsync();
    }

    [Fact]
    public async Task A_missing_engine_fails_the_first_step_and_names_the_way_to_one()
    {
        await using var rehearsal = new EndToEndRehearsal(environment: new Dictionary<string, string?> { ["DOCKER_HOST"] = "tcp://127.0.0.1:1" });

        await rehearsal.FailsAtAsync(RehearsalStep.CheckPrerequisites, "No container engine can be used");

        rehearsal.Console.Text.ShouldContain("--provision");
    }

    [Fact]
    public async Task A_taken_port_fails_the_first_step_by_its_number()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var rehearsal = new EndToEndRehearsal(options => options with { Port = port });

        await rehearsal.FailsAtAsync(RehearsalStep.CheckPrerequisites, $"Port {port} on 127.0.0.1 is taken");
    }

    [Fact]
    public async Task An_image_that_cannot_be_built_fails_its_step_and_leaves_no_half_of_it()
    {
        using var broken = new BrokenCheckout(fixture.RealImage, instruction: "RUN [\"/there-is-no-such-program\"]");
        await using var rehearsal = new EndToEndRehearsal(options => options with { Root = broken.Root });

        await rehearsal.FailsAtAsync(RehearsalStep.BuildImage, "could not be built");
    }

    [Fact]
    public async Task A_migration_that_throws_fails_its_step_with_the_words_of_the_database()
    {
        await using var rehearsal = new EndToEndRehearsal();
        await rehearsal.StepsAsync(RehearsalStep.StartPostgres);
        await SqlAsync(rehearsal, "create sequence policies");

        await rehearsal.FailsAtAsync(RehearsalStep.ApplyMigrations, "already exists");
    }

    [Fact]
    public async Task An_application_that_exits_at_once_is_found_without_waiting_and_quoted()
    {
        using var broken = new BrokenCheckout(fixture.RealImage, "exits-at-once");
        await using var rehearsal = new EndToEndRehearsal(options => options with { Root = broken.Root });

        await rehearsal.FailsAtAsync(RehearsalStep.StartApplication, "cannot become so any more");

        rehearsal.Console.Text.ShouldContain("| The service cannot start: a fault was planted.");
    }

    [Fact]
    public async Task An_application_that_never_becomes_ready_is_given_up_with_what_it_said_last()
    {
        using var broken = new BrokenCheckout(fixture.RealImage, "never-ready");
        await using var rehearsal = new EndToEndRehearsal(options => options with { Root = broken.Root, ReadyWithin = TimeSpan.FromSeconds(8) });

        await rehearsal.FailsAtAsync(RehearsalStep.StartApplication, "Last seen: GET /readyz: 503 {\"status\":\"not_ready\"");
    }

    [Fact]
    public async Task An_ok_in_a_500_is_not_healthy()
    {
        using var broken = new BrokenCheckout(fixture.RealImage, "ok-in-a-500");
        await using var rehearsal = new EndToEndRehearsal(options => options with { Root = broken.Root });

        await rehearsal.FailsAtAsync(RehearsalStep.VerifyHealth, "Last seen: GET /healthz: 500 {\"status\":\"ok\"}");
    }

    [Fact]
    public async Task A_probe_path_that_is_not_served_is_named()
    {
        using var broken = new BrokenCheckout(fixture.RealImage, instruction: "# the real image, probed at a path of yesterday\nHEALTHCHECK CMD curl --fail http://localhost:8000/health/live");
        await using var rehearsal = new EndToEndRehearsal(options => options with { Root = broken.Root });

        await rehearsal.FailsAtAsync(RehearsalStep.VerifyHealth, "Dockerfile asks for /health/live, and the service answers 404");
    }

    [Fact]
    public async Task A_database_that_goes_after_the_start_is_noticed()
    {
        await using var rehearsal = new EndToEndRehearsal();
        await rehearsal.StepsAsync(RehearsalStep.StartApplication);
        await fixture.Engine.RemoveContainerAsync((await PostgresAsync(rehearsal)).Id);

        await rehearsal.FailsAtAsync(RehearsalStep.VerifyHealth, "Last seen: GET /readyz: 503");
    }

    private async Task<ContainerFacts> PostgresAsync(EndToEndRehearsal rehearsal) =>
        (await fixture.Engine.ContainersAsync(Labels.For(Purposes.Rehearsal, rehearsal.RunId))).Single(container => container.Service == "postgres");

    private async Task SqlAsync(EndToEndRehearsal rehearsal, string statement)
    {
        var postgres = await PostgresAsync(rehearsal);
        var user = postgres.Environment["POSTGRES_USER"];
        var result = await fixture.Engine.ExecAsync(postgres.Id, ["psql", "--username", user, "--dbname", postgres.Environment["POSTGRES_DB"], "--command", statement]);
        result.ExitCode.ShouldBe(0, result.Error);
    }
}
