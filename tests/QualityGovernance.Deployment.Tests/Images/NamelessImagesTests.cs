using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Images;

public sealed class NamelessImagesTests
{
    private const string Docker = "/usr/bin/docker";

    private readonly ManualTime time = new();
    private readonly ScriptedRunner runner = new();

    public NamelessImagesTests() => runner.On($"{Docker} image ls").On($"{Docker} image rm");

    [Fact]
    public async Task Old_stages_and_replaced_results_go_and_the_newest_stage_stays()
    {
        Has(Purposes.BuildStage, ("s2", 2), ("s1", 3));
        Has(Purposes.Image, ("r1", 4));

        (await RemovedAsync()).ShouldBe(["s1", "r1"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_may_belong_to_a_build_under_way_stays()
    {
        Has(Purposes.BuildStage, ("s3", 0.1), ("s2", 0.2), ("s1", 0.24));
        Has(Purposes.Image, ("r1", 0.1));

        (await RemovedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_nameless_images_with_our_labels_are_ever_looked_for()
    {
        await RemovedAsync();

        runner.Lines.Where(line => line.Contains("image ls", StringComparison.Ordinal)).ShouldAllBe(
            line => line.Contains("--filter dangling=true --filter label=qgp.project=quality-governance --filter label=qgp.purpose=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_is_in_use_is_left_alone()
    {
        Has(Purposes.Image, ("r1", 4));
        runner.On($"{Docker} image rm", exitCode: 1, error: "conflict: unable to delete r1: image is being used by running container c1");

        await RemovedAsync();

        runner.Lines.ShouldContain($"{Docker} image rm r1");
    }

    private void Has(string purpose, params (string Id, double HoursOld)[] images)
    {
        runner.On($"{Docker} image ls --quiet --no-trunc --filter dangling=true --filter label=qgp.project=quality-governance --filter label=qgp.purpose={purpose}", string.Join('\n', images.Select(image => image.Id)));
        foreach (var (id, hours) in images)
            runner.On($"{Docker} image inspect {id}", $$"""[{"Id":"{{id}}","Created":"{{time.GetUtcNow().AddHours(-hours):O}}","Config":{} }]""");
    }

    private async Task<IReadOnlyList<string>> RemovedAsync()
    {
        await new NamelessImages(new ContainerEngine(runner, Docker), time).RemoveAsync(TimeSpan.FromMinutes(15), CancellationToken.None);
        return [.. runner.Commands.Where(command => command.Arguments is ["image", "rm", ..]).Select(command => command.Arguments[^1])];
    }
}
