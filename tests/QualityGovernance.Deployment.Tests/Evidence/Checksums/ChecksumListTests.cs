using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Checksums;

namespace QualityGovernance.Deployment.Tests.Evidence.Checksums;

public sealed class ChecksumListTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RecordingConsole console = new();

    public ChecksumListTests()
    {
        foreach (var file in new[] { "Dockerfile", "docker-compose.sandbox.yml", "docker-stack.yml", ".env.sandbox.example", "src/One/packages.lock.json", ".github/workflows/build.yml", ".nuke/proxy/haproxy.cfg" })
            Write(file, file);
        Write("src/One/Program.cs", "not delivered as a file");
        Write("artifacts/packages.lock.json", "made by a build");
        Write("src/One/obj/packages.lock.json", "made by a build");
    }

    private string List => Path.Combine(folder.Path, "artifacts", ChecksumList.FileName);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_files_that_decide_what_is_built_and_deployed_are_delivered_and_what_builds_make_is_not() =>
        DeliveredFiles.In(folder.Path).ShouldBe([".env.sandbox.example", ".github/workflows/build.yml", ".nuke/proxy/haproxy.cfg", "Dockerfile", "docker-compose.sandbox.yml", "docker-stack.yml", "src/One/packages.lock.json"]);

    [Fact]
    public void The_files_of_this_checkout_are_among_them() =>
        new[] { "Dockerfile", "docker-compose.sandbox.yml", "docker-stack.yml", ".env.sandbox.example", "src/QualityGovernance.Web/packages.lock.json" }.Except(DeliveredFiles.In(Checkout.Root)).ShouldBeEmpty();

    [Fact]
    public async Task The_program_sha256sum_reads_what_is_written()
    {
        new ChecksumFile(folder.Path, console).Write(List);

        var result = await new ProcessRunner(new SecretMask()).RunAsync(Command.Of("sha256sum", "--check", "--strict", List) with { WorkingDirectory = folder.Path });

        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("docker-stack.yml: OK");
    }

    [Fact]
    public void A_checkout_that_is_as_it_was_written_down_is_told_so()
    {
        new ChecksumFile(folder.Path, console).Write(List);

        new ChecksumFile(folder.Path, console).Verify(List).ShouldBe(0);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("missing")]
    [InlineData("added")]
    public void Each_kind_of_change_is_named(string kind)
    {
        new ChecksumFile(folder.Path, console).Write(List);
        var expected = kind switch
        {
            "changed" => Change(() => Write("Dockerfile", "FROM elsewhere"), "Dockerfile was changed."),
            "missing" => Change(() => File.Delete(Path.Combine(folder.Path, "docker-stack.yml")), "docker-stack.yml is missing."),
            _ => Change(() => Write(".github/workflows/new.yml", "on: push"), ".github/workflows/new.yml was added."),
        };

        new ChecksumFile(folder.Path, console).Verify(List).ShouldBe(1);

        console.Lines.ShouldContain("  " + expected);
        console.Lines[^1].ShouldEndWith(": 1 of the delivered files.");
    }

    [Theory]
    [InlineData("not a hash  Dockerfile\n", "is no list of checksums")]
    [InlineData("", "names no file")]
    public void A_list_by_which_nothing_can_be_verified_is_refused(string text, string reason)
    {
        Write("artifacts/" + ChecksumList.FileName, text);

        Should.Throw<DeploymentException>(() => new ChecksumFile(folder.Path, console).Verify(List)).Message.ShouldContain(reason);
    }

    [Fact]
    public void A_file_that_stands_there_twice_is_refused() =>
        Should.Throw<DeploymentException>(() => ChecksumList.Parse($"{RecordedFacts.Hash}  Dockerfile\n{RecordedFacts.Hash}  Dockerfile\n", "the list")).Message.ShouldBe("the list names Dockerfile 2 times.");

    [Fact]
    public void A_list_that_was_never_written_is_asked_for() =>
        Should.Throw<DeploymentException>(() => new ChecksumFile(folder.Path, console).Verify(List)).NextCommand.ShouldBe("./build.sh Checksums");

    private static string Change(Action change, string expected)
    {
        change();
        return expected;
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
