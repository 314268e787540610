using QualityGovernance.Deployment.Releases.Publication;

namespace QualityGovernance.Deployment.Tests.Releases.Publication;

public sealed class ReleaseStoreTests : IDisposable
{
    private readonly ReleaseFolder release = new();

    private ReleaseStore Store => release.Store;

    public void Dispose() => release.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_release_as_it_was_published_is_in_order(bool archiveMayBeGone) => Should.NotThrow(() => Store.Check(release.Tag, archiveMayBeGone));

    [Theory]
    [InlineData("image.tar")]
    [InlineData("release.json")]
    public void A_file_that_was_changed_is_found(string file)
    {
        File.AppendAllText(release.At(file), " ");

        Refused(archiveMayBeGone: true).ShouldContain($"{release.At(file)} is damaged");
        Refused(archiveMayBeGone: false).ShouldContain($"{release.At(file)} is damaged");
    }

    [Fact]
    public void An_archive_that_is_gone_is_missed_only_where_its_image_is_needed()
    {
        File.Delete(release.At("image.tar"));

        Should.NotThrow(() => Store.Check(release.Tag, archiveMayBeGone: true));
        Refused(archiveMayBeGone: false).ShouldContain("image.tar is missing");
    }

    [Fact]
    public void A_record_that_is_gone_is_missed()
    {
        File.Delete(release.At("release.json"));

        Refused(archiveMayBeGone: true).ShouldContain("release.json is missing, and SHA256SUMS lists it");
    }

    [Fact]
    public void A_file_too_many_is_found()
    {
        File.WriteAllText(release.At("extra.tar"), "x");

        Refused(archiveMayBeGone: true).ShouldContain("extra.tar is not listed in SHA256SUMS");
    }

    [Fact]
    public void Without_its_checksums_nobody_can_say_whether_it_is_whole()
    {
        File.Delete(release.At("SHA256SUMS"));

        Refused(archiveMayBeGone: true).ShouldContain("nobody can say whether the release beside it is whole");
    }

    [Fact]
    public void A_publication_that_was_killed_between_the_two_names_gives_the_release_back()
    {
        Directory.Move(release.Path, release.Path + ".replaced");
        Store.Find(release.Tag).ShouldBeNull();

        using (Store.Lock(release.Tag))
            Store.Find(release.Tag)!.BuildId.ShouldBe("build-1");

        Should.NotThrow(() => Store.Check(release.Tag, archiveMayBeGone: false));
        Directory.EnumerateDirectories(Store.Folder).ShouldBe([release.Path]);
    }

    [Fact]
    public void One_that_was_killed_after_the_second_name_leaves_the_new_release_and_no_old_one()
    {
        Directory.CreateDirectory(release.Path + ".replaced");
        File.WriteAllText(Path.Combine(release.Path + ".replaced", "release.json"), "{}");

        using (Store.Lock(release.Tag))
            Store.Find(release.Tag)!.BuildId.ShouldBe("build-1");

        Directory.EnumerateDirectories(Store.Folder).ShouldBe([release.Path]);
    }

    [Fact]
    public void What_takes_the_place_of_a_release_keeps_its_archive()
    {
        Store.Begin(release.Tag);
        Store.Keep(release.Tag, release.Manifest with { Reference = "registry.example.org/qgp@sha256:1" });

        Store.Find(release.Tag)!.Reference.ShouldNotBeNull();
        Should.NotThrow(() => Store.Check(release.Tag, archiveMayBeGone: false));
        File.Exists(release.At("image.tar")).ShouldBeTrue();
    }

    [Fact]
    public void A_release_that_another_process_publishes_is_not_touched()
    {
        using var held = Store.Lock(release.Tag);

        Should.Throw<DeploymentException>(() => Store.Lock(release.Tag)).Message.ShouldContain("is being published by another process");
    }

    private string Refused(bool archiveMayBeGone) => Should.Throw<DeploymentException>(() => Store.Check(release.Tag, archiveMayBeGone)).Message;
}
