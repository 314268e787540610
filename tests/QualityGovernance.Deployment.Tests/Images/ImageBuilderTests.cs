using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Images;

public sealed class ImageBuilderTests
{
    private const string Docker = "/usr/bin/docker";
    private const string Good = "\"qgp.project\":\"quality-governance\",\"qgp.build-id\":\"b1\",\"qgp.base-kind\":\"stand-in\",\"org.opencontainers.image.version\":\"1.2.3\",\"org.opencontainers.image.revision\":\"abc\"";

    private static readonly BaseImageSet Bases = new(BaseKind.StandIn, "qgp-base/sdk:10.0", "qgp-base/aspnet:10.0", "qgp-base/postgres:15");
    private static readonly ImageBuildRequest Request = new("/repo", "quality-governance:1.2.3", Bases, "1.2.3", "abc", "b1");

    private readonly ScriptedRunner runner = new();

    public ImageBuilderTests() => runner.On($"{Docker} build").On($"{Docker} image ls").On($"{Docker} image inspect", EngineScript.Image(labels: Good));

    [Fact]
    public async Task A_build_is_clean_and_asks_no_registry()
    {
        var built = await BuildAsync(Request);

        built.Id.ShouldBe("sha256:aa11");
        built.Size.ShouldBe("155 MB");
        var command = runner.Commands[0];
        command.WorkingDirectory.ShouldBe("/repo");
        command.ToString().ShouldStartWith($"{Docker} build --pull=false --force-rm --file Dockerfile --tag quality-governance:1.2.3 --no-cache --build-arg SDK_IMAGE=qgp-base/sdk:10.0 --build-arg RUNTIME_IMAGE=qgp-base/aspnet:10.0");
        command.Arguments.ShouldContain("BASE_KIND=stand-in");
        command.Arguments[^1].ShouldBe(".");
    }

    [Fact]
    public async Task The_quick_loop_takes_the_layers_that_are_there()
    {
        await BuildAsync(Request with { Cached = true });

        runner.Commands[0].Arguments.ShouldNotContain("--no-cache");
    }

    [Fact]
    public async Task A_failure_shows_the_compilers_words()
    {
        runner.On($"{Docker} build", exitCode: 1, output: "Step 12/28\nPolicy.cs(7,1): error CS1002: ; expected", error: "The command returned a non-zero code: 1");

        var failure = await Should.ThrowAsync<DeploymentException>(() => BuildAsync(Request));

        failure.Message.ShouldBe("The image quality-governance:1.2.3 could not be built (exit code 1):\nPolicy.cs(7,1): error CS1002: ; expected");
        failure.NextCommand.ShouldNotBeNull().ShouldStartWith("cd /repo && ");
    }

    [Theory]
    [InlineData("\"b1\"", "\"b0\"", "its build id is \"b0\" and should be \"b1\"")]
    [InlineData("\"1.2.3\"", "\"1.2.2\"", "its version is \"1.2.2\"")]
    [InlineData("\"abc\"", "\"\"", "its commit is \"\"")]
    [InlineData("stand-in", "official", "its base kind is \"official\"")]
    [InlineData("\"quality-governance\"", "\"other\"", "its project is \"other\"")]
    public async Task An_image_with_another_label_than_asked_for_is_refused(string right, string wrong, string sentence)
    {
        runner.On($"{Docker} image inspect", EngineScript.Image(labels: Good.Replace(right, wrong, StringComparison.Ordinal)));

        (await Should.ThrowAsync<DeploymentException>(() => BuildAsync(Request))).Message.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("root")]
    [InlineData("0:0")]
    public async Task An_image_that_would_run_as_root_is_refused(string user)
    {
        runner.On($"{Docker} image inspect", EngineScript.Image(labels: Good, user: user));

        (await Should.ThrowAsync<DeploymentException>(() => BuildAsync(Request))).Message.ShouldContain("it would run as root");
    }

    [Fact]
    public async Task An_image_without_a_health_check_is_refused()
    {
        runner.On($"{Docker} image inspect", EngineScript.Image(labels: Good, health: ""));

        (await Should.ThrowAsync<DeploymentException>(() => BuildAsync(Request))).Message.ShouldContain("it has no health check");
    }

    [Fact]
    public async Task A_build_that_ended_well_without_an_image_is_not_believed()
    {
        runner.On($"{Docker} image inspect", exitCode: 1, error: "No such image");

        (await Should.ThrowAsync<DeploymentException>(() => BuildAsync(Request))).Message.ShouldContain("the engine does not have that image");
    }

    private Task<BuiltImage> BuildAsync(ImageBuildRequest request) => new ImageBuilder(new ContainerEngine(runner, Docker)).BuildAsync(request);
}
