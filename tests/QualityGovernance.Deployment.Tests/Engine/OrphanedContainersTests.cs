using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Tests.Rehearsal;

namespace QualityGovernance.Deployment.Tests.Engine;

public sealed class OrphanedContainersTests
{
    private static readonly string Gone = (OwnerMark.Current with { Started = "1" }).ToString();

    [Fact]
    public async Task A_container_whose_owner_is_gone_is_removed() => (await RemovedAsync(Gone)).ShouldBeTrue();

    [Fact]
    public async Task A_container_of_a_process_that_is_at_work_stays() => (await RemovedAsync(OwnerMark.Current.ToString())).ShouldBeFalse();

    [Fact]
    public async Task A_container_that_names_no_owner_stays() => (await RemovedAsync("")).ShouldBeFalse();

    [Fact]
    public void What_is_owned_says_so_beside_its_labels()
    {
        var labels = OrphanedContainers.Owned(Labels.For(Purposes.Database, "tools"));

        labels[Labels.OwnerPid].ShouldBe(OwnerMark.Current.ToString());
        labels[Labels.Run].ShouldBe("tools");
    }

    private static async Task<bool> RemovedAsync(string owner)
    {
        var runner = new FakeRunner(
            ("docker ps", FakeStack.Result("c1")),
            ("docker container inspect c1", FakeStack.Result(EngineScript.Container().Replace("\"qgp.project\":", $"\"{Labels.OwnerPid}\":\"{owner}\",\"qgp.project\":"))));

        var removed = await OrphanedContainers.RemoveAsync(new ContainerEngine(runner), Labels.For(Purposes.Database), CancellationToken.None);

        runner.Commands.Any(command => command.ToString() == "docker rm --force --volumes c1").ShouldBe(removed.Count == 1);
        return removed.Count == 1;
    }
}
