using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Releases.Publication;

/// <summary>What a deployment demands of a release's folder before the engine is given anything out of it.</summary>
public sealed class ReleaseImagesTests : IDisposable
{
    private const string Head = "20260101000000_First";

    private readonly ReleaseFolder release = new();
    private readonly ScriptedRunner runner = new();

    public ReleaseImagesTests() => runner
        .On("docker image inspect", exitCode: 1, error: "Error: No such image")
        .On("docker run", Head)
        .On("docker load", _ =>
        {
            runner.On($"docker image inspect {release.Image.Id}", Inspected("build-1"));
            return Task.FromResult(new CommandResult(0, "", "", TimeSpan.Zero));
        });

    public void Dispose() => release.Dispose();

    [Fact]
    public async Task A_whole_release_is_loaded_and_compared()
    {
        var image = await EnsureAsync();

        image.ImageId.ShouldBe(release.Image.Id);
        image.SchemaHead.ShouldBe(Head);
        runner.Lines.ShouldContain($"docker load --quiet --input {release.At("image.tar")}");
    }

    [Fact]
    public async Task An_image_that_the_engine_has_needs_no_archive()
    {
        File.Delete(release.At("image.tar"));
        runner.On($"docker image inspect {release.Image.Id}", Inspected("build-1"));

        (await EnsureAsync()).BuildId.ShouldBe("build-1");
    }

    [Fact]
    public async Task An_archive_that_was_changed_is_not_loaded()
    {
        await File.AppendAllTextAsync(release.At("image.tar"), "x");

        await RefusedAsync("image.tar is damaged");
    }

    [Fact]
    public async Task An_archive_that_was_exchanged_together_with_its_checksums_is_not_loaded()
    {
        await File.WriteAllTextAsync(release.At("image.tar"), "another image");
        Checksums.Write(release.Path);

        await RefusedAsync("does not have the SHA-256 that release.json states");
    }

    [Fact]
    public async Task A_file_that_is_missing_is_named()
    {
        File.Delete(release.At("release.json"));
        await RefusedAsync("was never published: there is no release.json");

        release.Publish("build-1");
        File.Delete(release.At("image.tar"));
        await RefusedAsync("its archive " + release.At("image.tar") + " is not there");
    }

    [Fact]
    public async Task A_file_too_many_is_named()
    {
        await File.WriteAllTextAsync(release.At("image.tar.old"), "x");

        await RefusedAsync("image.tar.old is not listed in SHA256SUMS");
    }

    [Fact]
    public async Task An_image_that_says_something_else_of_itself_than_its_record_is_refused()
    {
        release.Publish("build-2");

        (await Should.ThrowAsync<DeploymentException>(EnsureAsync)).Message.ShouldContain("says that its qgp.build-id is \"build-1\", and release.json of v1.2.3 says \"build-2\"");
    }

    private async Task RefusedAsync(string reason)
    {
        (await Should.ThrowAsync<DeploymentException>(EnsureAsync)).Message.ShouldContain(reason);

        runner.Lines.ShouldNotContain(line => line.StartsWith("docker load", StringComparison.Ordinal));
    }

    private Task<QualityGovernance.Deployment.Releases.Environments.ReleaseImage> EnsureAsync() =>
        new ReleaseImages(new ContainerEngine(runner), release.Store).EnsureAsync(release.Tag.Name, CancellationToken.None);

    private string Inspected(string build) => EngineScript.Image(
        release.Image.Id, labels: $"\"{Labels.BuildId}\":\"{build}\",\"{Labels.Revision}\":\"abc\",\"{Labels.Version}\":\"1.2.3\"");
}
