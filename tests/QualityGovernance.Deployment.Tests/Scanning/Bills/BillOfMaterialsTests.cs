using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Scanning.Bills;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Scanning.Bills;

public sealed class BillOfMaterialsTests : IDisposable
{
    private const string Docker = "/usr/bin/docker";
    private const string Good =
        """
        {"bomFormat":"CycloneDX","metadata":{"timestamp":"2026-11-25T19:12:26Z","tools":{"components":[{"version":"6.3.1.0"}]}},
         "components":[{"name":"Npgsql","purl":"pkg:nuget/Npgsql@10.0.3"},{"name":"Serilog","purl":"pkg:nuget/Serilog@4.3.0"},{"name":"Analyzer","scope":"excluded","purl":"pkg:nuget/Analyzer@1.0.0"}]}
        """;

    private readonly TemporaryFolder folder = new();
    private readonly RecordingConsole console = new();
    private readonly ManualTime time = new();
    private readonly ScriptedRunner runner = new();
    private readonly ExportedFiles files = new();
    private string document = Good;

    public BillOfMaterialsTests() => runner.Answers(Docker)
        .On($"{Docker} image inspect", EngineScript.Image("sha256:aa11"))
        .On($"{Docker} create", "c0ffee")
        .On($"{Docker} rm")
        .On($"{Docker} export", command =>
        {
            files.Write(command.Arguments[2]);
            return Ended();
        })
        .On($"git -C {folder.Path} rev-parse", "abc").On($"git -C {folder.Path} status")
        .On("dotnet tool restore").On("dotnet restore")
        .On("dotnet tool run", command =>
        {
            var into = command.Arguments[command.Arguments.ToList().IndexOf("--output") + 1];
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(into).FullName, "bom.json"), document);
            return Ended();
        });

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Both_documents_are_made_and_the_receipt_states_tool_version_counts_and_hashes()
    {
        var (result, receipt) = await MakeAsync();

        result.ExitCode.ShouldBe(0, console.Text);
        receipt.Inputs[FactNames.ImageId].ShouldBe("sha256:aa11");
        receipt.Observations["tool-version"].ShouldStartWith("6.3.1.0, ");
        new[] { "os-packages", "frameworks", "application-files", "application-packages", "compared-with-the-image" }.Select(name => receipt.Observations[name]).ShouldBe(["1", "1", "2", "2", "2"]);
        new[] { "app.cdx.json", "image.cdx.json" }.Select(name => receipt.Observations[FactNames.ListedPrefix + name]).ShouldBe(["3", "5"]);
        receipt.Observations[FactNames.Components].ShouldBe("""["pkg:deb/debian/libc6@2.36-9%2Bdeb12u14?arch=amd64\u0026distro=debian-12","pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.12","pkg:nuget/Npgsql@10.0.3","pkg:nuget/Serilog@4.3.0"]""");
        foreach (var name in new[] { "app.cdx.json", "image.cdx.json" })
            receipt.Observations[FactNames.DocumentPrefix + name].ShouldBe(RunVerifier.Sha256Of(Path.Combine(result.Run.Folder, name)));
        Directory.EnumerateDirectories(result.Run.Folder).Select(Path.GetFileName).ShouldBe(["logs"]);
    }

    [Fact]
    public async Task The_document_of_the_image_names_packages_frameworks_and_files_by_their_hash()
    {
        var (result, _) = await MakeAsync();

        var image = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(result.Run.Folder, "image.cdx.json")))!;
        image["components"]!.AsArray().Select(component => $"{component!["type"]} {component["name"]}").ShouldBe(
            ["operating-system debian", "library libc6", "framework Microsoft.NETCore.App.Runtime.linux-x64", "file app/QualityGovernance.Web.deps.json", "file app/QualityGovernance.Web.dll"]);
        image["components"]![4]!["hashes"]![0]!["content"]!.ToString().ShouldBe("310fdb894dcae1e2aae184b2b89cd45d92c1aa41a49b64d8269c00124427b987");
    }

    [Fact]
    public async Task The_same_image_and_packages_give_the_same_bytes()
    {
        var (first, _) = await MakeAsync();
        document = Good.Replace("2026-11-25T19", "2027-01-01T00", StringComparison.Ordinal);
        var (second, _) = await MakeAsync();

        foreach (var name in new[] { "app.cdx.json", "image.cdx.json" })
            (await File.ReadAllTextAsync(Path.Combine(second.Run.Folder, name))).ShouldBe(await File.ReadAllTextAsync(Path.Combine(first.Run.Folder, name)));
    }

    [Fact]
    public async Task A_package_of_the_image_that_the_document_lacks_fails_and_is_named()
    {
        document = Good.Replace("Serilog@4.3.0", "Serilog@4.2.0", StringComparison.Ordinal);

        var (result, receipt) = await MakeAsync();

        result.ExitCode.ShouldBe(1);
        receipt.Reason!.ShouldBe("The image has 1 package that app.cdx.json does not list, the first pkg:nuget/Serilog@4.3.0: the checkout is not what the image was built from.");
    }

    [Fact]
    public async Task What_only_the_development_needs_does_not_count_as_listed()
    {
        document = Good.Replace("""{"name":"Serilog",""", """{"name":"Serilog","scope":"excluded",""", StringComparison.Ordinal);

        (await MakeAsync()).Result.ExitCode.ShouldBe(1);
    }

    [Fact]
    public Task Without_the_tool_the_application_is_unknown()
    {
        runner.On("dotnet tool restore", exitCode: 1, error: "error NU1101: Unable to find package cyclonedx.");
        return UnknownAsync("CycloneDX for .NET cannot be had here. error NU1101");
    }

    [Fact]
    public Task An_image_without_a_record_of_its_packages_is_unknown()
    {
        files.Files.Remove("var/lib/dpkg/status.d/libc6").ShouldBeTrue();
        return UnknownAsync("Which packages of the operating system are in the image is not known");
    }

    [Fact]
    public Task An_image_that_does_not_name_its_packages_cannot_be_compared_with()
    {
        files.Files.Remove("app/QualityGovernance.Web.deps.json").ShouldBeTrue();
        return UnknownAsync("it has no deps.json");
    }

    [Theory]
    [InlineData("""{"components":[]}""")]
    [InlineData("nothing")]
    public async Task A_document_of_nothing_fails(string made)
    {
        document = made;

        (await MakeAsync()).Result.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task The_container_is_ours_is_never_started_and_is_removed_also_after_a_failure()
    {
        runner.On($"{Docker} export", exitCode: 1, error: "no space left on device");

        (await MakeAsync()).Result.ExitCode.ShouldBe(1);

        runner.Lines.ShouldContain(line => line.StartsWith($"{Docker} create --network none --label qgp.project=quality-governance", StringComparison.Ordinal));
        runner.Lines.ShouldContain($"{Docker} rm --force --volumes c0ffee");
        runner.Lines.ShouldNotContain(line => line.StartsWith($"{Docker} start", StringComparison.Ordinal) || line.StartsWith($"{Docker} run", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_image_nothing_is_recorded()
    {
        runner.On($"{Docker} image inspect", exitCode: 1, error: "Error: No such image");

        (await Should.ThrowAsync<DeploymentException>(MakeAsync)).NextCommand.ShouldBe("./build.sh Rehearsal");
        Directory.Exists(Path.Combine(folder.Path, "runs")).ShouldBeFalse();
    }

    private async Task UnknownAsync(string reason)
    {
        var (result, receipt) = await MakeAsync();

        result.ExitCode.ShouldBe(3, console.Text);
        receipt.Reason!.ShouldContain(reason);
    }

    private async Task<(ProcedureResult Result, Receipt Receipt)> MakeAsync()
    {
        time.Advance(TimeSpan.FromSeconds(5));
        using var session = new ProcedureSession(new ProcedureOptions(BillOfMaterials.Procedure, folder.Path, Path.Combine(folder.Path, "runs")), console, runner, new SecretMask(), time);
        var result = await new BillOfMaterials(new BillOptions(folder.Path, "quality-governance:rehearsed"), new FakeMachine().Has("docker")).RunAsync(session);
        return (result, RunVerifier.Read(result.Run).Step(BillOfMaterials.Procedure)!);
    }

    private static Task<CommandResult> Ended() => Task.FromResult(new CommandResult(0, "", "", TimeSpan.Zero));
}
