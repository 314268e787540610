using System.Text;
using QualityGovernance.Deployment.Releases.Publication;

namespace QualityGovernance.Deployment.Tests.Releases.Publication;

public sealed class ImageArchiveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SavedImage image = new();

    private string Archive => Path.Combine(folder.Path, "image.tar");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_id_is_computed_from_the_bytes_and_not_from_a_name()
    {
        image.Write(Archive);

        (await ImageArchive.VerifyAsync(Archive, default)).ShouldBe(image.Id);
    }

    [Fact]
    public async Task A_changed_layer_is_found()
    {
        image.Write(Archive);
        Change("the first layer", "the First layer");

        (await Should.ThrowAsync<DeploymentException>(() => ImageArchive.VerifyAsync(Archive, default))).Message.ShouldContain("layer 1 of 2 is not the one that its configuration names");
    }

    [Fact]
    public async Task A_changed_configuration_is_another_image_or_none()
    {
        image.Write(Archive);
        Change("\"layers\"", "\"Layers\"");

        (await ImageArchive.VerifyAsync(Archive, default)).ShouldNotBe(image.Id);
    }

    [Fact]
    public async Task A_truncated_archive_is_damaged()
    {
        image.Write(Archive);
        await using (var file = File.OpenWrite(Archive))
            file.SetLength(1_000_000);

        (await Should.ThrowAsync<DeploymentException>(() => ImageArchive.VerifyAsync(Archive, default))).Message.ShouldContain(Archive);
    }

    [Fact]
    public async Task Something_else_is_no_archive()
    {
        await File.WriteAllTextAsync(Archive, "this is no archive");

        await Should.ThrowAsync<DeploymentException>(() => ImageArchive.VerifyAsync(Archive, default));
    }

    private void Change(string right, string wrong)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(Archive));
        text.ShouldContain(right);
        File.WriteAllBytes(Archive, Encoding.Latin1.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal)));
    }
}
