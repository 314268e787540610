using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Releases.Publication;

public sealed class KeptImagesTests
{
    private const string Kept = "quality-governance-kept/staging";

    private static readonly ReleaseImage Newer = new("v1.1.0", "sha256:two", "build-two", "commit-two", "head");

    private readonly ScriptedRunner runner = new ScriptedRunner()
        .On("docker tag").On("docker ps").On("docker service ls")
        .On("docker image ls", $"{Kept}:v1.1.0\n{Kept}:v1.0.0")
        .On("docker image inspect sha256:one", exitCode: 1, error: "Error: No such image");

    public KeptImagesTests()
    {
        Has($"{Kept}:v1.0.0", tags: [$"{Kept}:v1.0.0"]);
        runner.On("docker image rm", exitCode: 1, error: "Error: No such image: sha256:one").On($"docker image rm {Kept}:v1.0.0");
    }

    [Fact]
    public async Task The_oldest_loses_its_name_and_with_the_last_name_its_image_goes()
    {
        (await KeepAsync()).ShouldHaveSingleItem().ShouldBe($"{Kept}:v1.0.0 was removed, with its image sha256:one.");

        Removed().ShouldBe([$"{Kept}:v1.0.0", "sha256:one"]);
    }

    [Fact]
    public async Task What_is_to_be_kept_gets_its_name_and_is_never_removed()
    {
        await KeepAsync();

        runner.Lines.ShouldContain($"docker tag sha256:two {Kept}:v1.1.0");
        Removed().ShouldNotContain($"{Kept}:v1.1.0");
        Removed().ShouldNotContain("sha256:two");
    }

    [Fact]
    public async Task One_that_a_container_uses_also_one_that_has_ended_stays_with_its_name()
    {
        runner.On("docker ps --all --format {{.Names}} --filter ancestor=sha256:one", "qgp_app.1.x");

        (await KeepAsync()).ShouldHaveSingleItem().ShouldBe($"{Kept}:v1.0.0 stays: the container qgp_app.1.x uses it.");
        Removed().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sha256:one")]
    [InlineData("registry.example.org/qgp@sha256:d1")]
    [InlineData("quality-governance:v1.0.0")]
    public async Task One_that_a_service_names_stays_also_where_no_container_of_it_is_here(string named)
    {
        Has($"{Kept}:v1.0.0", [$"{Kept}:v1.0.0", "quality-governance:v1.0.0"], digest: "registry.example.org/qgp@sha256:d1");
        runner.On("docker service ls", $"other sha256:else\nqgp_app {named}");

        (await KeepAsync()).ShouldHaveSingleItem().ShouldBe($"{Kept}:v1.0.0 stays: the service qgp_app uses it.");
        Removed().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_image_with_another_name_stays_under_it()
    {
        Has("sha256:one", ["quality-governance:v1.0.0"]);

        (await KeepAsync()).ShouldHaveSingleItem().ShouldBe($"{Kept}:v1.0.0 was removed; its image is also called quality-governance:v1.0.0 and stays.");
        Removed().ShouldBe([$"{Kept}:v1.0.0"]);
    }

    [Fact]
    public async Task An_image_that_only_a_registrys_digest_still_names_goes_as_well()
    {
        Has("sha256:one", [], digest: "registry.example.org/qgp@sha256:d1");
        runner.On("docker image rm sha256:one");

        (await KeepAsync()).ShouldHaveSingleItem().ShouldEndWith("with its image sha256:one.");
        Removed().ShouldBe([$"{Kept}:v1.0.0", "sha256:one"]);
    }

    [Fact]
    public async Task Only_the_names_of_this_environment_are_looked_at()
    {
        await KeepAsync();

        runner.Lines.Where(line => line.StartsWith("docker image ls", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldEndWith($"--filter reference={Kept}");
    }

    private Task<IReadOnlyList<string>> KeepAsync() => new KeptImages(new ContainerEngine(runner), "staging").KeepAsync([Newer], CancellationToken.None);

    private IEnumerable<string> Removed() => runner.Commands.Where(command => command.Arguments is ["image", "rm", ..]).Select(command => command.Arguments[^1]);

    private void Has(string reference, string[] tags, string? digest = null) => runner.On($"docker image inspect {reference}",
        $$"""[{"Id":"sha256:one","RepoTags":[{{string.Join(',', tags.Select(tag => $"\"{tag}\""))}}],"RepoDigests":[{{(digest is null ? "" : $"\"{digest}\"")}}],"Config":{} }]""");
}
