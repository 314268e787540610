using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal.Containers;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.EndToEnd.Tests.Runbook;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>Images that are nothing but labels take the name of the latest rehearsal from one another, on the real engine: which of them it lets go is its own rule.</summary>
[Trait("Needs", "Engine")]
[Collection(RehearsalCollection.Name)]
public sealed class LeftImagesTests(EngineFixture fixture)
{
    private readonly string name = $"{DeployedEnvironment.Prefix}{Guid.CreateVersion7():N}";

    private ContainerEngine Engine => fixture.Engine;

    [Fact]
    public async Task The_image_of_the_rehearsal_before_goes_and_one_that_somebody_needs_stays()
    {
        var free = await MakeAsync("free");
        var released = await MakeAsync("released");
        var used = await MakeAsync("used");
        var foreign = await MakeAsync("foreign", "of-somebody-else");
        var last = await MakeAsync("last");
        try
        {
            await Engine.TagAsync(released, $"{name}:v1.0.0");
            await Engine.CheckedAsync(["create", "--name", name, "--network", "none", used, "/nothing"]);

            await using var rehearsed = await RehearsedName.GiveToAsync(Engine, foreign);
            await Engine.RemoveImageAsync($"{name}:foreign");
            foreach (var next in new[] { free, released, used, last })
                await RehearsedAsync(next);

            (await PresentAsync(foreign, free, released, used, last)).ShouldBe([true, false, true, true, true]);
            (await Engine.ImageAsync(RehearsedName.Name))!.Id.ShouldBe(last);
        }
        finally
        {
            await Engine.RemoveContainerAsync(name);
            await Engine.RemoveImageAsync($"{name}:v1.0.0");
            foreach (var id in new[] { used, foreign })
                await Engine.RemoveImageAsync(id);
        }

        (await PresentAsync(foreign, free, released, used, last)).ShouldAllBe(isPresent => !isPresent);
    }

    /// <summary>As the teardown of a rehearsal leaves it: the only name of the image is that of the latest.</summary>
    private async Task RehearsedAsync(string image)
    {
        var run = RunId.New(TimeProvider.System);
        await Engine.TagAsync(image, RehearsalImages.NameOf(run.Value));
        foreach (var tag in (await Engine.ImageAsync(image))!.Tags.Where(tag => tag.StartsWith(name, StringComparison.Ordinal) && !tag.EndsWith(":v1.0.0", StringComparison.Ordinal)))
            await Engine.RemoveImageAsync(tag);
        await RehearsalImages.ReleaseAsync(Engine, run, image, CancellationToken.None);
    }

    private async Task<string> MakeAsync(string tag, string project = Labels.ProjectName)
    {
        await Engine.Runner.CheckedAsync(new Command(Engine.Client, ["build", "--quiet", "--tag", $"{name}:{tag}", "-"])
        {
            StandardInput = $"FROM scratch\nLABEL {Labels.Project}={project} {Labels.Purpose}={Purposes.Image} made-as={name}-{tag}\nCMD [\"/nothing\"]\n",
        });
        return (await Engine.ImageAsync($"{name}:{tag}"))!.Id;
    }

    private async Task<IReadOnlyList<bool>> PresentAsync(params string[] ids)
    {
        var present = new List<bool>();
        foreach (var id in ids)
            present.Add(await Engine.ImageAsync(id) is not null);
        return present;
    }
}
