using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Images.StandIns;
using QualityGovernance.Deployment.Scanning.Bills;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Images;

public sealed class StandInBuilderTests : IDisposable
{
    private static readonly HostTrust Company = new("-----COMPANY-----", HasOwn: true);

    private readonly TemporaryFolder folder = new();
    private readonly FakeMachine machine = new FakeMachine().Has("mmdebstrap");
    private readonly ScriptedRunner runner = new();
    private readonly ImportedImage image;
    private readonly DotNetInstallation dotnet;

    public StandInBuilderTests()
    {
        image = new ImportedImage(runner);
        dotnet = new DotNetInstallation(folder.Path, "10.0.12", "10.0.401");
        foreach (var file in new[]
                 {
                     "dotnet", "host/fxr/10.0.12/libhostfxr.so", "shared/Microsoft.NETCore.App/10.0.12/System.dll", "shared/Microsoft.AspNetCore.App/10.0.12/Web.dll",
                     "shared/Microsoft.NETCore.App/9.0.1/System.dll", "sdk/10.0.401/dotnet.dll", "sdk/10.0.401/de/dotnet.resources.dll", "sdk-manifests/x.json", "packs/y.xml",
                 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, file))!);
            File.WriteAllText(Path.Combine(folder.Path, file), file);
        }
    }

    [Fact]
    public async Task The_runtime_has_no_program_beside_dotnet()
    {
        await EnsureAsync(new RuntimeRecipe(dotnet));

        image.Files.Keys.Where(path => path.Split('/') is ["bin" or "sbin", not ""] or ["usr", "bin" or "sbin", not ""]).ShouldBe(["usr/bin/dotnet"]);
        image.Files.Keys.ShouldNotContain("usr/lib/second-perl");
        image.Files.Keys.ShouldContain("usr/lib/x86_64-linux-gnu/libssl.so.3");
    }

    [Fact]
    public async Task The_runtime_has_one_framework_version_and_no_sdk()
    {
        await EnsureAsync(new RuntimeRecipe(dotnet));

        image.Files.Keys.ShouldContain("usr/share/dotnet/shared/Microsoft.AspNetCore.App/10.0.12/Web.dll");
        image.Files.Keys.ShouldAllBe(path => !path.Contains("/sdk", StringComparison.Ordinal) && !path.Contains("9.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_runtime_trusts_the_distribution_and_nobody_of_this_host()
    {
        machine.Texts["/usr/local/share/ca-certificates/company.crt"] = "-----COMPANY-----";
        machine.Texts["/etc/ssl/certs/ca-certificates.crt"] = "-----COMPANY-----";

        await EnsureAsync(new RuntimeRecipe(dotnet));

        image.Files["etc/ssl/certs/ca-certificates.crt"].Content.ShouldBe("-----DISTRIBUTION ONE-----\n\n-----DISTRIBUTION TWO-----\n");
        image.Files.Values.ShouldAllBe(file => !file.Content.Contains("COMPANY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_runtime_runs_as_the_account_of_the_official_image()
    {
        await EnsureAsync(new RuntimeRecipe(dotnet));

        image.Files["etc/passwd"].Content.ShouldContain("app:x:1654:1654::");
        runner.Lines.ShouldContain(line => line.Contains("--change 'USER 1654'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sdk_trusts_what_this_host_trusts_and_speaks_one_language()
    {
        await EnsureAsync(new SdkRecipe(dotnet, Company));

        image.Files["etc/ssl/certs/ca-certificates.crt"].Content.ShouldBe("-----COMPANY-----");
        image.Files.Keys.ShouldContain("usr/share/dotnet/sdk/10.0.401/dotnet.dll");
        image.Files.Keys.ShouldContain("bin/sh");
        image.Files.Keys.ShouldNotContain("usr/share/dotnet/sdk/10.0.401/de/dotnet.resources.dll");
    }

    [Fact]
    public async Task The_database_leaves_its_compiler_out_and_keeps_its_places()
    {
        await EnsureAsync(new PostgresRecipe());

        image.Files.Keys.ShouldContain("usr/lib/postgresql/15/bin/postgres");
        image.Files.Keys.ShouldNotContain("usr/lib/postgresql/15/lib/llvmjit.so");
        image.Files["var/lib/postgresql/data"].Entry.ShouldSatisfyAllConditions(data => data.Uid.ShouldBe(999), data => data.Mode.ShouldBe((UnixFileMode)0b111_000_000));
        image.Files["usr/local/bin/docker-entrypoint.sh"].Entry.Mode.ShouldBe((UnixFileMode)0b111_101_101);
    }

    [Fact]
    public async Task The_database_gets_its_stop_signal_by_a_build_because_an_import_cannot_set_it()
    {
        await EnsureAsync(new PostgresRecipe());

        var build = runner.Commands.Single(command => command.Arguments[0] == "build");
        build.StandardInput.ShouldBe("FROM qgp-base/postgres:15-unfinished\nSTOPSIGNAL SIGINT\n");
        build.Arguments.ShouldContain("qgp-base/postgres:15");
    }

    [Fact]
    public async Task What_was_unpacked_is_put_on_record_where_a_bill_of_materials_is_made_from()
    {
        await EnsureAsync(new RuntimeRecipe(dotnet));

        runner.Commands.Single(command => command.Program == "mmdebstrap").Arguments.ShouldContain(argument => argument.StartsWith("--extract-hook=", StringComparison.Ordinal) && argument.Contains(ImageContents.StatusFolder.TrimEnd('/'), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Licences_stay_and_manuals_do_not()
    {
        await EnsureAsync(new RuntimeRecipe(dotnet));

        image.Files.Keys.ShouldContain("usr/share/doc/libssl3/copyright");
        image.Files.Keys.ShouldNotContain("usr/share/doc/libssl3/changelog.gz");
        image.Files.Keys.ShouldNotContain("usr/share/man/man1/x.1");
    }

    [Fact]
    public async Task It_says_what_it_is()
    {
        await EnsureAsync(new RuntimeRecipe(dotnet));

        image.Labels[Labels.Project].ShouldBe(Labels.ProjectName);
        image.Labels[Labels.Purpose].ShouldBe(Purposes.Base);
        image.Labels[Labels.BaseKind].ShouldBe("stand-in");
        image.Labels[Labels.Inputs].Length.ShouldBe(64);
    }

    [Fact]
    public async Task It_is_made_once_and_used_again()
    {
        await EnsureAsync(new RuntimeRecipe(dotnet));
        await EnsureAsync(new RuntimeRecipe(dotnet));

        image.Imports.ShouldBe(1);
    }

    [Fact]
    public async Task Another_framework_version_another_authority_or_a_wish_makes_it_again()
    {
        await EnsureAsync(new SdkRecipe(dotnet, Company));
        await EnsureAsync(new SdkRecipe(dotnet, Company with { Bundle = "-----OTHER-----" }));
        image.Imports.ShouldBe(2);

        Directory.Move(Path.Combine(folder.Path, "sdk/10.0.401"), Path.Combine(folder.Path, "sdk/10.0.402"));
        await EnsureAsync(new SdkRecipe(dotnet with { SdkVersion = "10.0.402" }, Company with { Bundle = "-----OTHER-----" }));
        image.Imports.ShouldBe(3);

        await EnsureAsync(new SdkRecipe(dotnet with { SdkVersion = "10.0.402" }, Company with { Bundle = "-----OTHER-----" }), refresh: true);
        image.Imports.ShouldBe(4);
    }

    [Fact]
    public async Task Without_the_image_tool_the_error_names_the_way_out()
    {
        machine.Programs.Clear();

        var failure = await Should.ThrowAsync<DeploymentException>(() => EnsureAsync(new PostgresRecipe()));

        failure.Message.ShouldBe("The base image qgp-base/postgres:15 cannot be made: there is no mmdebstrap on this machine.");
        failure.NextCommand.ShouldNotBeNull().ShouldContain("--provision");
    }

    [Fact]
    public async Task A_host_of_the_same_release_has_its_own_package_sources_used()
    {
        machine.Texts["/etc/apt/sources.list.d/debian.sources"] = "Types: deb\nURIs: http://mirror.example.org/debian\nSuites: bookworm bookworm-updates\n";
        await EnsureAsync(new PostgresRecipe());
        runner.Commands.Single(command => command.Program == "mmdebstrap").Arguments[^1].ShouldBe("/etc/apt/sources.list.d/debian.sources");
    }

    [Fact]
    public async Task A_host_of_another_release_has_not()
    {
        machine.Texts["/etc/apt/sources.list"] = "deb http://archive.ubuntu.com/ubuntu noble main\n";
        await EnsureAsync(new PostgresRecipe());
        runner.Commands.Single(command => command.Program == "mmdebstrap").Arguments[^1].ShouldEndWith("packages.tar");
    }

    public void Dispose() => folder.Dispose();

    private Task<string> EnsureAsync(StandInRecipe recipe, bool refresh = false) =>
        new StandInBuilder(new ContainerEngine(runner, "/usr/bin/docker"), machine, _ => { }).EnsureAsync(recipe, refresh);
}
