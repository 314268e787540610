using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Releases.Publication;

/// <summary>Of images in a registry.</summary>
public sealed partial class PublishingTests
{
    [Fact]
    public async Task A_registry_that_has_the_name_for_another_image_is_refused()
    {
        Rehearse();
        RegistryHas(null);
        runner.On($"{Docker} pull --quiet {Remote}");
        Has(Remote, "official", "1.2.3", id: "sha256:0ther");

        (await PublishAsync(Registry)).Failed!.Reason!.ShouldContain($"The registry has {Remote} already, as sha256:0ther");

        runner.Lines.ShouldNotContain($"{Docker} push {Remote}");
    }

    [Fact]
    public async Task A_release_in_a_registry_has_the_names_of_its_version_and_of_its_commit()
    {
        Rehearse();
        RegistryHas(null);

        (await PublishAsync(Registry)).ExitCode.ShouldBe(0);

        runner.Lines.ShouldContain($"{Docker} push {Remote}");
        runner.Lines.ShouldContain($"{Docker} push {RemoteCommit}");
        Store.Find(Tag)!.Reference.ShouldBe(Digest);
    }

    [Fact]
    public async Task A_release_in_a_registry_gets_an_archive_beside_it()
    {
        Rehearse();
        RegistryHas(null);
        await PublishAsync(Registry);

        (await PublishAsync()).ExitCode.ShouldBe(0);

        (Store.Find(Tag)!.Reference, Store.Find(Tag)!.Archive).ShouldBe((Digest, "image.tar"));
        Store.Check(Tag, archiveMayBeGone: false);
        Directory.EnumerateDirectories(Store.Folder).ShouldBe([Store.FolderOf(Tag)]);
    }

    [Fact]
    public async Task A_release_in_an_archive_gets_its_place_in_a_registry_written_down()
    {
        Rehearse();
        await PublishAsync();
        var first = Store.Find(Tag)!;
        RegistryHas(null);

        (await PublishAsync(Registry)).ExitCode.ShouldBe(0);

        Store.Find(Tag).ShouldBe(first with { Reference = Digest });
        Store.Check(Tag, archiveMayBeGone: false);
    }

    [Fact]
    public async Task A_second_registry_is_refused()
    {
        Rehearse();
        RegistryHas(null);
        await PublishAsync(Registry);

        (await PublishAsync("registry.example.org/qgp")).Failed!.Reason!.ShouldContain($"published already in another registry, as {Digest}");
    }

    [Fact]
    public async Task A_registry_that_denies_what_it_does_not_have_is_pushed_to_by_commit_and_asked_again()
    {
        Rehearse();
        RegistryHas(null);
        runner.On($"{Docker} pull --quiet {RemoteCommit}", exitCode: 1, error: "pull access denied for qgp, repository does not exist or may require 'docker login'");

        (await PublishAsync(Registry)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_registry_that_denies_the_release_is_not_pushed_over()
    {
        Rehearse();
        RegistryHas("denied: requested access to the resource is denied");

        var result = await PublishAsync(Registry);

        result.Failed!.Reason!.ShouldContain($"cannot be asked for {Remote}: denied");
        runner.Lines.ShouldNotContain($"{Docker} push {Remote}");
    }

    [Fact]
    public async Task A_registry_that_does_not_take_the_image_is_named_with_the_way_on()
    {
        Rehearse();
        RegistryHas(null);
        runner.On($"{Docker} push", exitCode: 1, error: "denied: push is not allowed");

        var result = await PublishAsync(Registry);

        result.Failed!.Reason!.ShouldContain($"did not take {RemoteCommit}: denied: push is not allowed");
        Store.Find(Tag).ShouldBeNull();
    }

    [Fact]
    public Task A_later_rehearsal_that_saw_the_same_image_fail_outweighs_an_earlier_good_one()
    {
        Rehearse();
        time.Advance(TimeSpan.FromMinutes(1));
        Rehearse(last: Outcome.Failed);
        return RefusedAsync("what it saw has to be explained first");
    }

    [Fact]
    public Task A_name_of_this_engine_that_means_another_image_is_not_moved()
    {
        Rehearse();
        Has("quality-governance:v1.2.3", "official", "1.2.3", id: "sha256:0ther");
        return RefusedAsync("This engine calls another image quality-governance:v1.2.3: sha256:0ther");
    }

    [Fact]
    public async Task A_record_that_was_changed_with_its_checksums_is_found()
    {
        Rehearse();
        await PublishAsync();
        var path = Path.Combine(Store.FolderOf(Tag), "release.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("build-1", "build-2"));
        (await PublishAsync()).Failed!.Reason!.ShouldContain($"{path} is damaged");

        Checksums.Write(Store.FolderOf(Tag));

        (await PublishAsync()).Failed!.Reason!.ShouldContain("its build id is \"build-2\", and it is \"build-1\"");
    }

    [Fact]
    public async Task Two_publications_of_one_release_do_not_share_its_folder()
    {
        Rehearse();
        using (Store.Lock(Tag))
            (await Should.ThrowAsync<DeploymentException>(() => PublishAsync())).Message.ShouldContain("v1.2.3 is being published by another process");

        (await PublishAsync()).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_is_no_empty_registry()
    {
        Rehearse();
        runner.On($"{Docker} pull --quiet {RemoteCommit}", exitCode: 1, error: "no basic auth credentials");

        var result = await PublishAsync(Registry);

        result.Failed!.Name.ShouldBe("PushImage");
        result.Failed.Reason!.ShouldContain("no basic auth credentials");
    }
}
