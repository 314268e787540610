using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Rehearsal.Containers;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Engine;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

public sealed class LeftoversTests : IDisposable
{
    private const string Dead = "20261123-140501-dead";
    private const string Alive = "20261123-140501-a11e";
    private const string Kept = "20261123-140501-cee9";

    private readonly RecordedRun recorded = new();
    private readonly RecordingConsole console = new();
    private readonly ScriptedRunner runner = new ScriptedRunner().On("docker ps", "").On("docker volume", "").On("docker network", "").On("docker rm", "").On("docker image rm", "").On("docker container inspect", EngineScript.Container());

    public void Dispose() => recorded.Dispose();

    [Fact]
    public async Task Only_what_belongs_to_a_dead_owner_is_removed()
    {
        var gone = OwnerMark.Current with { Started = "1" };
        runner.On("docker ps --all --filter", $"{Dead}|{gone}\n{Alive}|{OwnerMark.Current}\n{Kept}|0");
        runner.On($"docker ps --all --quiet --no-trunc --filter label=qgp.project=quality-governance --filter label=qgp.purpose=rehearsal --filter label=qgp.run={Dead}", "c1");

        await RemoveAsync();

        runner.Lines.Where(line => line.StartsWith("docker rm", StringComparison.Ordinal)).ShouldBe(["docker rm --force --volumes c1"]);
        runner.Lines.ShouldContain($"docker image rm quality-governance:rehearsal-{Dead}");
        runner.Lines.ShouldNotContain(line => line.Contains(" rm ", StringComparison.Ordinal) && (line.Contains(Alive, StringComparison.Ordinal) || line.Contains(Kept, StringComparison.Ordinal)));
        console.Text.ShouldContain($"Run {Alive} is at work and stays");
        console.Text.ShouldContain($"Run {Kept} was kept on purpose and stays");
    }

    [Fact]
    public async Task A_volume_alone_gives_an_orphan_away()
    {
        runner.On("docker volume ls --filter", $"{Dead}|{OwnerMark.Current with { Started = "1" }}");
        runner.On($"docker volume ls --quiet --filter label=qgp.project=quality-governance --filter label=qgp.purpose=rehearsal --filter label=qgp.run={Dead}", "v1");

        await RemoveAsync();

        runner.Lines.ShouldContain("docker volume rm v1");
    }

    [Fact]
    public async Task An_owner_on_another_machine_is_spared()
    {
        runner.On("docker ps --all --filter", $"{Dead}|{OwnerMark.Current with { Place = "elsewhere", ProcessId = 1 }}");

        await RemoveAsync();

        console.Text.ShouldContain($"Run {Dead} is at work and stays");
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_never_taken_for_nothing_left()
    {
        runner.On("docker volume ls --filter", $"{Dead[..9]}\uFFFD");

        (await Should.ThrowAsync<DeploymentException>(RemoveAsync)).Message.ShouldContain("names no run and no owner. Nothing was removed.");
    }

    [Fact]
    public async Task Everything_is_looked_for_by_our_labels()
    {
        await new Leftovers(new ContainerEngine(runner)).FindAsync(default);

        runner.Lines.Count().ShouldBe(3);
        runner.Lines.ShouldAllBe(line => line.Contains("label=qgp.project=quality-governance", StringComparison.Ordinal) && line.Contains("label=qgp.purpose=rehearsal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_left_of_a_run_is_named()
    {
        runner.On("docker volume ls", "qgp_data");

        (await new Leftovers(new ContainerEngine(runner)).ThingsOfAsync(Dead, default)).ShouldBe(["volume qgp_data"]);
    }

    private async Task RemoveAsync()
    {
        using var log = new StepLog(recorded.Run, "test.log", recorded.Time, text => text);
        await new Leftovers(new ContainerEngine(runner)).RemoveOrphansAsync(new StepContext(log, console), default);
    }
}
