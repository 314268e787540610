namespace QualityGovernance.EndToEnd.Tests;

/// <summary>The drill of deployments on a stack file that loses requests. Not beside the other drill of deployments, which looks for what a drill leaves.</summary>
[Trait("Needs", "Engine")]
[Collection(RehearsalCollection.Name)]
public sealed class NoticedDeploymentTests(EngineFixture fixture)
{
    [Fact]
    public async Task Replicas_that_end_before_their_successors_are_there_are_noticed()
    {
        using var drill = new DrilledDeployment();
        drill.Change("order: start-first\n        parallelism: ${QGP_PARALLELISM:-1}", "order: stop-first\n        parallelism: 0");

        var result = await drill.RunAsync(fixture.RealImage);

        result.Failed!.Name.ShouldBe("GoodDeploy");
        result.Failed.Reason!.ShouldContain("requests failed while the environment was changed, and none may");
    }
}
