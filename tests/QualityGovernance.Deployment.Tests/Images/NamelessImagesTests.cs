using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Images;

public sealed class NamelessImagesTests
{
    private const string Docker = "/usr/bin/docker";
    private const string NoNames = "\"RepoTags\":[]";

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

    [Fact]
    public async Task What_a_name_has_just_left_goes_however_young_it_is()
    {
        Left();

        await LeaveAsync("r1");

        runner.Lines.ShouldContain($"{Docker} image rm r1");
    }

    [Theory]
    [InlineData("\"RepoTags\":[\"quality-governance:v1.0.0\"]", "image", "quality-governance")]
    [InlineData("\"RepoDigests\":[\"registry.example.org/qgp@sha256:one\"]", "image", "quality-governance")]
    [InlineData(NoNames, "base", "quality-governance")]
    [InlineData(NoNames, "image", "of-somebody-else")]
    public async Task What_has_a_further_name_or_is_no_result_of_ours_stays(string names, string purpose, string project)
    {
        Left(names, purpose, project);

        await LeaveAsync("r1");

        runner.Lines.ShouldBe([$"{Docker} image inspect r1"]);
    }

    [Fact]
    public async Task A_name_that_is_new_leaves_nothing_and_one_that_left_what_is_gone_already_is_no_fault()
    {
        runner.On($"{Docker} image inspect r1", exitCode: 1, error: "Error: No such image: r1");

        await LeaveAsync(null);
        await LeaveAsync("r1");

        runner.Lines.ShouldBe([$"{Docker} image inspect r1"]);
    }

    [Fact]
    public async Task What_was_left_and_is_in_use_is_left_alone()
    {
        Left();
        runner.On($"{Docker} image rm", exitCode: 1, error: "conflict: unable to delete r1: image has dependent child images");

        await LeaveAsync("r1");

        runner.Lines.ShouldContain($"{Docker} image rm r1");
    }

    private void Left(string names = NoNames, string purpose = Purposes.Image, string project = Labels.ProjectName) => runner.On(
        $"{Docker} image inspect r1",
        $$$"""[{"Id":"r1","Created":"{{{time.GetUtcNow():O}}}",{{{names}}},"Config":{"Labels":{"{{{Labels.Project}}}":"{{{project}}}","{{{Labels.Purpose}}}":"{{{purpose}}}"} } }]""");

    private Task LeaveAsync(string? left) => new NamelessImages(new ContainerEngine(runner, Docker), time).RemoveLeftAsync(left, CancellationToken.None);

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
