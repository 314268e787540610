using System.Security.Cryptography;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Publication;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>Images of releases that are nothing but labels, on the real engine: which of them it lets go, and which not, is its own rule.</summary>
[Trait("Needs", "Engine")]
[Collection(StackCollection.Name)]
public sealed class KeptImagesTests(EngineFixture fixture) : IAsyncLifetime
{
    private readonly string name = $"{DeployedEnvironment.Prefix}{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    private ContainerEngine Engine => fixture.Engine;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Engine.RemoveServiceAsync(name);
        await Engine.RemoveContainerAsync(name);
        await KeepAsync();
    }

    [Fact]
    public async Task An_image_beyond_those_that_are_kept_goes_when_its_last_user_has_gone()
    {
        var (first, second, third) = (await MakeAsync("v1.0.0"), await MakeAsync("v1.1.0"), await MakeAsync("v1.2.0"));
        await KeepAsync(first, second, third);
        foreach (var release in new[] { first, second, third })
            await Engine.RemoveImageAsync($"{name}:{release.Tag}");
        await Engine.CheckedAsync(["create", "--name", name, "--network", "none", .. Owned("--label"), first.ImageId, "/nothing"]);

        await KeepAsync(third);
        (await PresentAsync(first, second, third)).ShouldBe([true, false, true]);

        await Engine.RemoveContainerAsync(name);
        await KeepAsync(third);
        (await PresentAsync(first, second, third)).ShouldBe([false, false, true]);

        // A service that is stopped has no container, and is started from its image again.
        await Engine.CheckedAsync(["service", "create", "--quiet", "--detach", "--name", name, "--replicas", "0", "--no-resolve-image", .. Owned("--label"), third.ImageId, "/nothing"]);
        (await KeepAsync()).ShouldHaveSingleItem().ShouldEndWith($"stays: the service {name} uses it.");
        (await PresentAsync(third)).ShouldBe([true]);

        await Engine.RemoveServiceAsync(name);
        await KeepAsync();
        (await PresentAsync(third)).ShouldBe([false]);
    }

    private async Task<ReleaseImage> MakeAsync(string tag)
    {
        var image = $"{name}:{tag}";
        await Engine.Runner.CheckedAsync(new Command(Engine.Client, ["build", "--quiet", "--tag", image, .. Owned("--label"), "-"]) { StandardInput = $"FROM scratch\nLABEL {Labels.Version}={tag}\nCMD [\"/nothing\"]\n" });
        return new ReleaseImage(tag, (await Engine.ImageAsync(image))!.Id, tag, "none", "none");
    }

    private string[] Owned(string option) => [.. Labels.For(Purposes.Test, name).SelectMany(label => new[] { option, $"{label.Key}={label.Value}" })];

    private Task<IReadOnlyList<string>> KeepAsync(params ReleaseImage[] releases) => new KeptImages(Engine, name).KeepAsync(releases, CancellationToken.None);

    private async Task<IEnumerable<bool>> PresentAsync(params ReleaseImage[] releases)
    {
        var present = new List<bool>();
        foreach (var release in releases)
            present.Add(await Engine.ImageAsync(release.ImageId) is not null);
        return present;
    }
}
