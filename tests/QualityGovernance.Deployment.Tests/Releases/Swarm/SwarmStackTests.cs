using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Swarm;
using QualityGovernance.Deployment.Stacks.Swarm;
using QualityGovernance.Deployment.Tests.Probing;
using QualityGovernance.Deployment.Tests.Rehearsal;
using QualityGovernance.Deployment.Tests.Releases.Deploying;
using QualityGovernance.Deployment.Tests.Releases.Environments;
using QualityGovernance.Deployment.Tests.Stacks.Swarm;

namespace QualityGovernance.Deployment.Tests.Releases.Swarm;

public sealed class SwarmStackTests : IDisposable
{
    private static readonly CommandResult Broken = new(1, "", "error during connect", TimeSpan.Zero);

    private readonly FakeSwarm swarm = new();
    private readonly FakeEnvironment environment = new();

    [Theory]
    [InlineData("""{"pending":["20260101000000_First"]}""", 0)]
    [InlineData("no answer that anybody could read", 1)]
    public async Task A_plan_leaves_nothing_on_the_engine_whatever_comes_of_it(string answer, int exitCode)
    {
        swarm.Logs = answer;
        environment.Parts = environment.Parts with { Stack = Stack() };

        (await environment.DeployAsync("v1.0.0", dryRun: true)).ExitCode.ShouldBe(exitCode, environment.Console.Text);

        swarm.Runner.Commands.ShouldContain(command => command.ToString().Contains("service create", StringComparison.Ordinal));
        swarm.Secrets.ShouldBeEmpty();
        swarm.Services.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rollout_that_nobody_came_to_ask_for_leaves_none_of_its_secrets_and_takes_none_of_those_before_it()
    {
        var specification = environment.Parts.Specification(environment.Releases["v1.0.0"]);
        var kept = await new SwarmSecrets(new ContainerEngine(swarm.Runner), specification.Environment.Stack)
            .EnsureAsync(new Dictionary<string, string> { ["SECRET_KEY"] = specification.Secrets["SECRET_KEY"] });
        swarm.Fault = line => line.Contains("stack deploy --resolve-image", StringComparison.Ordinal) ? Broken : null;

        await Should.ThrowAsync<CommandFailedException>(() => Stack().RolloutAsync(specification, CancellationToken.None));

        swarm.Runner.Commands.Count(command => command.ToString().Contains("secret create", StringComparison.Ordinal)).ShouldBe(specification.Secrets.Count);
        swarm.Secrets.Keys.ShouldBe(kept.Values);
    }

    [Fact]
    public async Task Secrets_that_a_service_came_to_use_stay_although_the_rollout_failed()
    {
        var specification = environment.Parts.Specification(environment.Releases["v1.0.0"]);
        swarm.Fault = line =>
        {
            if (!line.Contains("stack deploy --resolve-image", StringComparison.Ordinal))
                return null;
            swarm.Services["qgp-staging_app"] = [.. swarm.Secrets.Keys];
            return Broken;
        };

        await Should.ThrowAsync<CommandFailedException>(() => Stack().RolloutAsync(specification, CancellationToken.None));

        swarm.Secrets.Count.ShouldBe(specification.Secrets.Count);
    }

    public void Dispose() => environment.Dispose();

    private SwarmStack Stack()
    {
        var engine = new ContainerEngine(swarm.Runner);
        return new(engine, new StackFiles(engine, Checkout.Root, "qgp-base/haproxy:2.6"), Example.Description(), RolloutPace.Careful, TimeProvider.System, () => new AnsweringHandler(_ => default).Client());
    }
}
