using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Stacks.Swarm;
using QualityGovernance.Deployment.Tests.Rehearsal;

namespace QualityGovernance.Deployment.Tests.Stacks.Swarm;

public sealed class SwarmJobTests
{
    private const string Stack = "qgp-staging";

    private static readonly CommandResult Broken = new(1, "", "error during connect", TimeSpan.Zero);

    private readonly FakeSwarm swarm = new();

    [Fact]
    public async Task A_job_reads_secrets_of_its_own_and_takes_them_with_it()
    {
        swarm.Secrets.Add("qgp-staging_secret_key_0123456789ab", "of the application");
        swarm.Labelled.Add("qgp-staging_secret_key_0123456789ab", []);
        IReadOnlyDictionary<string, string> during = new Dictionary<string, string>();
        swarm.Fault = line =>
        {
            if (line.Contains("service logs", StringComparison.Ordinal))
                during = swarm.Secrets.ToDictionary();
            return null;
        };

        (await RunAsync()).ExitCode.ShouldBe(0);

        during.Values.ShouldBe(["of the application", "postgresql://q:w@h/d", "a-very-secret-value"], ignoreOrder: true);
        swarm.Runner.Commands.ShouldAllBe(command => !command.ToString().Contains("a-very-secret-value", StringComparison.Ordinal));
        swarm.Runner.Commands.ShouldContain(command => command.ToString().Contains(".secret_key,target=secret_key,", StringComparison.Ordinal));
        swarm.Services.ShouldBeEmpty();
        swarm.Secrets.Keys.ShouldBe(["qgp-staging_secret_key_0123456789ab"]);
    }

    [Theory]
    [InlineData("secret create")]
    [InlineData(".secret_key -")]
    [InlineData("service create")]
    [InlineData("service ps")]
    [InlineData("service logs")]
    public async Task A_job_that_fails_leaves_neither_itself_nor_its_secrets(string broken)
    {
        swarm.Fault = line => line.Contains(broken, StringComparison.Ordinal) ? Broken : null;

        await Should.ThrowAsync<CommandFailedException>(RunAsync);

        swarm.Services.ShouldBeEmpty();
        swarm.Secrets.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".secret_key -")]
    [InlineData("service create")]
    [InlineData("service ps")]
    public async Task A_job_that_is_interrupted_leaves_neither_itself_nor_its_secrets(string at)
    {
        using var interruption = new CancellationTokenSource();
        swarm.Fault = line =>
        {
            if (line.Contains(at, StringComparison.Ordinal))
                interruption.Cancel();
            return null;
        };

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(interruption.Token));

        swarm.Services.ShouldBeEmpty();
        swarm.Secrets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Secrets_of_a_job_whose_owner_is_gone_go_although_its_service_never_came_and_those_of_one_at_work_stay()
    {
        Put($"{Stack}-job-00000001.secret_key", OwnerMark.Current with { Started = "1" });
        Put($"{Stack}-job-00000001.database_url", OwnerMark.Current with { Started = "1" });
        Put($"{Stack}-job-00000002.secret_key", OwnerMark.Current);

        (await Job.RemoveOrphansAsync(Stack)).ShouldBe([$"{Stack}-job-00000001"]);

        swarm.Secrets.Keys.ShouldBe([$"{Stack}-job-00000002.secret_key"]);
    }

    [Fact]
    public async Task What_could_not_be_removed_together_with_its_step_is_removed_afterwards_with_its_secrets()
    {
        swarm.Fault = line => line.Contains(" rm ", StringComparison.Ordinal) ? Broken : null;
        await Should.ThrowAsync<CommandFailedException>(RunAsync);
        swarm.Secrets.Count.ShouldBe(2);
        var job = swarm.Services.Keys.ShouldHaveSingleItem();
        swarm.Fault = null;

        (await Job.RemoveOwnAsync(Stack)).ShouldBe([job]);

        swarm.Services.ShouldBeEmpty();
        swarm.Secrets.ShouldBeEmpty();
    }

    private SwarmJob Job => new(new ContainerEngine(swarm.Runner), TimeProvider.System);

    private Task<CommandResult> RunAsync() => RunAsync(CancellationToken.None);

    private Task<CommandResult> RunAsync(CancellationToken cancellation) => Job.RunAsync(
        new SwarmJobRequest(
            Stack, Stack, "sha256:one", ["dotnet", "x.dll", "status"], new Dictionary<string, string>(),
            new Dictionary<string, string> { ["database_url"] = "postgresql://q:w@h/d", ["secret_key"] = "a-very-secret-value" }, User: 1654),
        cancellation);

    private void Put(string name, OwnerMark owner)
    {
        swarm.Secrets.Add(name, "left behind");
        swarm.Labelled.Add(name, [.. Labels.For(Purposes.Environment, Stack).Append(new(Labels.OwnerPid, owner.ToString())).Select(label => $"{label.Key}={label.Value}")]);
    }
}
