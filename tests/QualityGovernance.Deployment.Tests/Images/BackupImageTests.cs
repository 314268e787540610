using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Images;

public sealed class BackupImageTests
{
    private const string Docker = "/usr/bin/docker";

    private static readonly BaseImageSet Bases = new(BaseKind.StandIn, "qgp-base/sdk:10.0", "qgp-base/aspnet:10.0", "qgp-base/postgres:15");
    private static readonly string Dockerfile = Checkout.Text("src/QualityGovernance.Deployment/Images/backup.Dockerfile");

    private readonly ScriptedRunner runner = new();
    private readonly FakeMachine machine = new();

    [Fact]
    public void The_dockerfile_keeps_the_rules_of_every_image() => DockerfileRules.BrokenAnywhere(Dockerfile).ShouldBeEmpty();

    [Theory]
    [InlineData("FROM ${POSTGRES_IMAGE}", "FROM postgres:15", "base image is not an argument")]
    [InlineData("COPY app/ /app/", "COPY --link app/ /app/", "needs BuildKit")]
    [InlineData("USER 1654:1654\n", "USER root\n", "runs as root")]
    [InlineData("COPY app/ /app/", "ARG EARLY\nCOPY app/ /app/", "stands behind what changes in every build")]
    public void A_planted_violation_is_found(string right, string wrong, string sentence)
    {
        Dockerfile.ShouldContain(right);

        DockerfileRules.BrokenAnywhere(Dockerfile.Replace(right, wrong, StringComparison.Ordinal)).ShouldContain(broken => broken.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_does_not_compile_is_told_in_the_compilers_words()
    {
        Compiles(exitCode: 1, "BackupService.cs(7,1): error CS1002: ; expected");

        var failure = await Should.ThrowAsync<DeploymentException>(BuildAsync);

        failure.Message.ShouldBe("The backup service could not be compiled (exit code 1):\nBackupService.cs(7,1): error CS1002: ; expected");
        failure.NextCommand.ShouldEndWith("dotnet build src/QualityGovernance.Backup");
    }

    [Fact]
    public async Task The_same_program_is_the_same_build_and_another_one_is_another()
    {
        var first = await BuildIdAsync("a");

        (await BuildIdAsync("a")).ShouldBe(first);
        (await BuildIdAsync("b")).ShouldNotBe(first);
    }

    /// <returns>What the builder was asked to call the build.</returns>
    private async Task<string> BuildIdAsync(string program)
    {
        Compiles(exitCode: 0, "", output => File.WriteAllText(Path.Combine(output, "QualityGovernance.Backup.dll"), program));
        var id = "";
        runner.On($"{Docker} build", command =>
        {
            command.Arguments.ShouldContain("POSTGRES_IMAGE=qgp-base/postgres:15");
            File.Exists(Path.Combine(command.WorkingDirectory!, "app", "QualityGovernance.Backup.dll")).ShouldBeTrue();
            id = command.Arguments.Single(argument => argument.StartsWith("BUILD_ID=", StringComparison.Ordinal));
            return Task.FromResult(new CommandResult(1, "", "stopped here", TimeSpan.Zero));
        });
        await Should.ThrowAsync<DeploymentException>(BuildAsync);
        return id;
    }

    private void Compiles(int exitCode, string says, Action<string>? writes = null)
    {
        var dotnet = Path.Combine(new DirectoryInfo(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory()).Parent!.Parent!.Parent!.FullName, "dotnet");
        runner.On($"{dotnet} --version", "10.0.100").On($"{dotnet} publish", command =>
        {
            var output = command.Arguments[command.Arguments.ToList().IndexOf("--output") + 1];
            writes?.Invoke(Directory.CreateDirectory(output).FullName);
            return Task.FromResult(new CommandResult(exitCode, says, "", TimeSpan.Zero));
        });
    }

    private Task<BuiltImage> BuildAsync() => new BackupImage(new ContainerEngine(runner, Docker), machine, Checkout.Root).BuildAsync("quality-governance-backup:test", Bases);
}
