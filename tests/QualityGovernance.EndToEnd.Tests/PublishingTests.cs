using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Releases.Publication;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(RehearsalCollection.Name)]
public sealed class PublishingTests(EngineFixture fixture) : IAsyncLifetime
{
    private readonly DirectoryInfo repository = Directory.CreateTempSubdirectory("qgp-publish-");
    private readonly SecretMask mask = new();
    private readonly RecordingConsole console = new();
    private readonly SigningKey key = SigningKey.New();
    private ImageFacts image = null!;
    private string commit = "";

    private string Runs => Path.Combine(Path.GetTempPath(), repository.Name + "-runs");

    private ReleaseTag Tag => ReleaseTag.Parse("v" + image.Labels[Labels.Version]);

    private ReleaseStore Store => new(Path.Combine(Runs, "releases"));

    private string LocalName => $"quality-governance:{Tag}";

    private string Aside => $"qgp-end-to-end-aside:{commit}";

    public async Task InitializeAsync()
    {
        image = (await fixture.Engine.ImageAsync(fixture.RealImage))!;
        var git = new ProcessRunner(mask);
        await git.CheckedAsync(Command.Of("git", "-C", repository.FullName, "init", "--quiet"));
        Directory.CreateDirectory(Path.Combine(repository.FullName, TrustedKeys.Folder));
        await File.WriteAllTextAsync(Path.Combine(repository.FullName, TrustedKeys.Folder, "scratch.pem"), key.PublicPem);
        await git.CheckedAsync(Command.Of("git", "-C", repository.FullName, "add", "--all"));
        await git.CheckedAsync(Command.Of("git", "-C", repository.FullName, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--message", "a commit"));
        commit = (await git.CheckedAsync(Command.Of("git", "-C", repository.FullName, "rev-parse", "HEAD"))).Output.Trim();
        RecordedRehearsal.Write(Runs, commit, "no", image.Id, Outcome.Passed, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        key.Dispose();
        await fixture.Engine.RemoveImageAsync($"quality-governance:{commit}");
        repository.Delete(recursive: true);
        Directory.Delete(Runs, recursive: true);
    }

    [Fact]
    public async Task A_release_is_pushed_pulled_back_by_its_digest_and_never_replaced()
    {
        await using var registry = await LocalRegistry.StartAsync(fixture.Engine);

        var result = await PublishAsync(registry.Name);

        result.ExitCode.ShouldBe(0, console.Text);
        var reference = Store.Find(Tag)!.Reference!;
        reference.ShouldStartWith($"{registry.Name}/quality-governance@sha256:");
        (await fixture.Engine.ImageAsync(reference))!.Id.ShouldBe(image.Id);

        // Somebody else's image under the same name, in a registry whose releases nobody wrote down here.
        var other = $"{registry.Name}/quality-governance:{Tag}";
        await fixture.Engine.TagAsync((await new Deployment.Images.BaseImages(fixture.Engine, new Machine(), Checkout.Root, _ => { }, _ => { }).EnsureAsync()).Runtime, other);
        await fixture.Engine.CheckedAsync(["push", other], timeout: TimeSpan.FromMinutes(2));
        Directory.Delete(Path.Combine(Runs, "releases"), recursive: true);

        var refused = await PublishAsync(registry.Name);

        refused.Failed!.Name.ShouldBe("PushImage");
        refused.Failed.Reason!.ShouldContain($"The registry has {other} already");
        Store.Find(Tag).ShouldBeNull();
    }

    [Fact]
    public async Task An_archive_of_the_engine_is_read_back_byte_by_byte()
    {
        var result = await PublishAsync(registry: null);

        result.ExitCode.ShouldBe(0, console.Text);
        RunVerifier.Read(result.Run).Step("VerifyRelease")!.Observations["verified-image"].ShouldBe(image.Id);
        File.Exists(Path.Combine(Store.FolderOf(Tag), "SHA256SUMS")).ShouldBeTrue();
        RunVerifier.Read(result.Run).Step("SignRelease")!.Observations["signature"].ShouldBe("signed by scratch");
    }

    private async Task<ProcedureResult> PublishAsync(string? registry)
    {
        // The name of the release is also that of one somebody may really have published here: that is set aside, and gets its name back afterwards.
        var before = await fixture.Engine.ImageAsync(LocalName);
        if (before is not null)
        {
            await fixture.Engine.TagAsync(before.Id, Aside);
            await fixture.Engine.RemoveImageAsync(LocalName);
        }

        using var session = new ProcedureSession(new ProcedureOptions("Publish", repository.FullName, Runs), console, new ProcessRunner(mask), mask, TimeProvider.System);
        try
        {
            return await new Publishing(new PublicationOptions(repository.FullName, Runs, Tag, registry, AllowStandInBase: true), new Machine(), Store, TimeProvider.System, key).RunAsync(session);
        }
        finally
        {
            if (before is not null)
                await fixture.Engine.TagAsync(before.Id, LocalName);
            else
                await fixture.Engine.RemoveImageAsync(LocalName);
            await fixture.Engine.RemoveImageAsync(Aside);
        }
    }
}
