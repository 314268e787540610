using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Stacks.Swarm;
using QualityGovernance.Deployment.Tests.Rehearsal;

namespace QualityGovernance.Deployment.Tests.Stacks.Swarm;

public sealed class SwarmTests
{
    [Theory]
    [InlineData("""{"Image":"a"}""", """{"Image":"a","DNSConfig":{},"ReadOnly":false,"Args":[],"Hosts":null}""", true)]
    [InlineData("""{"Image":"a"}""", """{"Image":"b"}""", false)]
    [InlineData("""{"Image":"a","Env":["A=1"]}""", """{"Image":"a","Env":["A=2"]}""", false)]
    [InlineData("""{"Image":"a","ReadOnly":true}""", """{"Image":"a","ReadOnly":false}""", false)]
    public void What_is_spelled_out_and_what_is_left_out_is_the_same(string one, string other, bool same) =>
        ContainerDescription.Same(JsonNode.Parse(one)!, JsonNode.Parse(other)!).ShouldBe(same);

    [Fact]
    public async Task A_secret_goes_through_a_pipe_under_a_name_that_does_not_tell_it()
    {
        var runner = new FakeRunner();
        var secrets = new SwarmSecrets(new ContainerEngine(runner), "qgp-staging");

        var names = await secrets.EnsureAsync(new Dictionary<string, string> { ["SECRET_KEY"] = "a-very-secret-value" });

        names["SECRET_KEY"].ShouldStartWith("qgp-staging_secret_key_");
        runner.Commands.ShouldContain(command => command.ToString().Contains("secret create", StringComparison.Ordinal) && command.StandardInput == "a-very-secret-value");
        runner.Commands.ShouldAllBe(command => !command.ToString().Contains("a-very-secret-value", StringComparison.Ordinal));
        (await secrets.EnsureAsync(new Dictionary<string, string> { ["SECRET_KEY"] = "another" }))["SECRET_KEY"].ShouldNotBe(names["SECRET_KEY"]);
    }

    [Fact]
    public async Task A_job_whose_owner_is_gone_is_ended_and_one_that_is_at_work_is_not()
    {
        var runner = new FakeRunner(
            ("docker service ls", FakeStack.Result("s1\ns2")),
            ("docker service inspect s1", FakeStack.Result($"qgp-staging-job-1 {OwnerMark.Current with { Started = "1" }}")),
            ("docker service inspect s2", FakeStack.Result($"qgp-staging-job-2 {OwnerMark.Current}")));

        (await new SwarmJob(new ContainerEngine(runner), TimeProvider.System).RemoveOrphansAsync("qgp-staging")).ShouldBe(["qgp-staging-job-1"]);

        runner.Commands.Select(command => command.ToString()).Where(line => line.Contains("service rm", StringComparison.Ordinal)).ShouldBe(["docker service rm qgp-staging-job-1"]);
        runner.Commands[0].ToString().ShouldContain("name=qgp-staging-job-");
    }

    [Fact]
    public async Task What_this_process_left_itself_is_removed_and_what_others_have_at_work_is_not()
    {
        var runner = new FakeRunner(
            ("docker service ls", FakeStack.Result("s1\ns2")),
            ("docker service inspect s1", FakeStack.Result($"qgp-staging-job-1 {OwnerMark.Current with { ProcessId = 1 }}")),
            ("docker service inspect s2", FakeStack.Result($"qgp-staging-job-2 {OwnerMark.Current}")));

        (await new SwarmJob(new ContainerEngine(runner), TimeProvider.System).RemoveOwnAsync("qgp-staging")).ShouldBe(["qgp-staging-job-2"]);

        runner.Commands.Select(command => command.ToString()).Where(line => line.Contains(" rm ", StringComparison.Ordinal)).ShouldBe(["docker service rm qgp-staging-job-2"]);
        runner.Commands[^1].ToString().ShouldContain($"label=qgp.run=qgp-staging --filter label=qgp.owner-pid={OwnerMark.Current}");
    }

    [Theory]
    [InlineData("""{"LocalNodeState":"inactive"}""", "this engine is in none (state: inactive)")]
    [InlineData("""{"LocalNodeState":"active","ControlAvailable":false,"NodeID":"x"}""", "a worker of a Swarm")]
    public async Task An_engine_that_manages_no_swarm_is_refused(string swarm, string sentence)
    {
        var runner = new FakeRunner(("docker info", FakeStack.Result(swarm)));

        (await Should.ThrowAsync<DeploymentException>(() => new SwarmMembership(new ContainerEngine(runner)).RequireManagerAsync())).Message.ShouldContain(sentence);
    }
}
