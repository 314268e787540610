using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Images;

public sealed class BaseImagesTests
{
    private const string Docker = "/usr/bin/docker";
    private const string Digest = "@sha256:0d1e";

    private static readonly OfficialImages Official = new();

    private readonly List<string> said = [];
    private readonly ScriptedRunner runner = new();
    private readonly FakeMachine machine = new();

    [Fact]
    public async Task Where_a_registry_answers_the_official_images_are_used_by_their_digest()
    {
        Registry();

        var set = await Bases().EnsureAsync();

        set.ShouldBe(new BaseImageSet(BaseKind.Official, $"mcr.microsoft.com/dotnet/sdk{Digest}", $"mcr.microsoft.com/dotnet/aspnet{Digest}", $"postgres{Digest}"));
        said.ShouldHaveSingleItem().ShouldStartWith("Using official base images: ");
    }

    [Fact]
    public async Task Where_none_answers_stand_ins_that_are_there_are_used_and_the_reason_is_said()
    {
        runner.On($"{Docker} pull", exitCode: 1, error: "dial tcp: lookup mcr.microsoft.com: no such host").On($"{Docker} image inspect mcr", exitCode: 1, error: "No such image");

        await Should.ThrowAsync<CommandNotFoundException>(() => Bases().EnsureAsync()); // asks the SDK for its version next: stand-ins it is

        said.ShouldHaveSingleItem().ShouldBe($"No registry answers for {Official.Sdk} (dial tcp: lookup mcr.microsoft.com: no such host); stand-ins are used.");
    }

    [Fact]
    public async Task An_official_image_that_is_here_already_is_used_although_no_registry_answers()
    {
        Registry();
        runner.On($"{Docker} pull", exitCode: 1, error: "no such host");

        (await Bases().EnsureAsync()).Kind.ShouldBe(BaseKind.Official);
    }

    [Fact]
    public async Task Two_official_images_and_one_that_cannot_be_had_are_not_mixed()
    {
        Registry();
        runner.On($"{Docker} pull postgres:15", exitCode: 1, error: "no such host").On($"{Docker} image inspect postgres:15", exitCode: 1, error: "No such image");

        await Should.ThrowAsync<CommandNotFoundException>(() => Bases().EnsureAsync());

        said.ShouldHaveSingleItem().ShouldContain("postgres:15");
    }

    [Fact]
    public async Task Who_insists_on_official_images_gets_an_error_instead_of_stand_ins()
    {
        runner.On($"{Docker} pull", exitCode: 1, error: "no such host").On($"{Docker} image inspect", exitCode: 1, error: "No such image");

        var failure = await Should.ThrowAsync<DeploymentException>(() => Bases().EnsureAsync(BaseImageChoice.Official));

        failure.Message.ShouldBe($"The official base image {Official.Sdk} cannot be had: no such host");
    }

    [Fact]
    public async Task Who_asks_for_stand_ins_asks_no_registry()
    {
        await Should.ThrowAsync<CommandNotFoundException>(() => Bases().EnsureAsync(BaseImageChoice.StandIn));

        runner.Lines.ShouldAllBe(line => !line.Contains(" pull ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_official_images_the_authorities_of_this_host_reach_the_sdk_and_nothing_else()
    {
        Registry();
        machine.Texts["/usr/local/share/ca-certificates/company.crt"] = "COMPANY";
        machine.Texts["/etc/ssl/certs/ca-certificates.crt"] = "COMPANY";
        var context = "";
        runner.On($"{Docker} image inspect qgp-base/sdk-trusting-host", exitCode: 1, error: "No such image").On($"{Docker} build", async command =>
        {
            foreach (var file in Directory.EnumerateFiles(command.Arguments[^1]))
                context += await File.ReadAllTextAsync(file);
            return new CommandResult(0, "", "", TimeSpan.Zero);
        });

        var set = await Bases().EnsureAsync();

        set.Sdk.ShouldStartWith("qgp-base/sdk-trusting-host:");
        set.SdkOrigin.ShouldBe($"mcr.microsoft.com/dotnet/sdk{Digest}");
        set.Runtime.ShouldBe($"mcr.microsoft.com/dotnet/aspnet{Digest}");
        context.ShouldContain($"FROM mcr.microsoft.com/dotnet/sdk{Digest}\n");
        context.ShouldContain("COMPANY");
        runner.Commands.Count(command => command.Arguments[0] == "build").ShouldBe(1);
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        runner.On($"{Docker} image inspect", exitCode: 1, error: "No such image");
        (await Bases().PresentAsync()).ShouldBeNull();

        foreach (var name in new[] { "qgp-base/sdk:10.0", "qgp-base/aspnet:10.0", "qgp-base/postgres:15" })
            runner.On($"{Docker} image inspect {name}", EngineScript.Image());
        (await Bases().PresentAsync()).ShouldNotBeNull().Kind.ShouldBe(BaseKind.StandIn);

        Registry();
        (await Bases().PresentAsync()).ShouldNotBeNull().Kind.ShouldBe(BaseKind.Official);
        runner.Lines.ShouldAllBe(line => line.Contains(" image inspect ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_official_runtime_has_no_shell() => Official.Runtime.ShouldContain("chiseled");

    private BaseImages Bases() => new(new ContainerEngine(runner, Docker), machine, "/", said.Add);

    private void Registry()
    {
        foreach (var reference in new[] { Official.Sdk, Official.Runtime, Official.Postgres })
        {
            var repository = reference[..reference.LastIndexOf(':')];
            runner.On($"{Docker} pull {reference}", "Pulling").On($"{Docker} image inspect {reference}", EngineScript.Image(digests: $"\"other{Digest}\",\"{repository}{Digest}\""));
        }
    }
}
