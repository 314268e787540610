using System.Xml.Linq;

namespace Build.Tests.Bootstrap;

/// <summary>The bootstrap with the machine's own SDK.</summary>
public sealed class RealCompilationTests : IDisposable
{
    private readonly BootstrapSandbox _sandbox = new();

    public RealCompilationTests()
    {
        _sandbox.PutMachineDotNetOnPath();
        _sandbox.Set("NUKE_ENGINE", "subset");
        _sandbox.Set("NUGET_PACKAGES", Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages"));
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_build_compiles_and_runs_and_is_compiled_again_only_when_a_source_changed()
    {
        var first = _sandbox.Run("two words");
        var second = _sandbox.Run("again");
        _sandbox.Replace("build/Build.cs", "return 7", "return 8");
        var third = _sandbox.Run();

        first.ShouldSatisfyAllConditions(
            x => x.Lines.ShouldBe(["[two words]"]),
            x => x.ExitCode.ShouldBe(7),
            x => x.Error.ShouldContain("Compiling the build."));
        second.ShouldSatisfyAllConditions(x => x.ExitCode.ShouldBe(7), x => x.Error.ShouldNotContain("Compiling"));
        third.ExitCode.ShouldBe(8);
    }

    [Fact]
    public void A_resource_of_Deployment_is_in_the_build_under_its_files_name()
    {
        _sandbox.Write("src/QualityGovernance.Deployment/Images/StandIns/entry-point.sh", "#!/bin/sh");
        _sandbox.Write("build/Build.cs", """
            foreach (var name in System.Reflection.Assembly.GetExecutingAssembly().GetManifestResourceNames())
                System.Console.WriteLine(name);
            """);

        _sandbox.Run().Lines.ShouldBe(["entry-point.sh"]);
    }

    [Fact]
    public void Where_the_feed_serves_the_packages_the_build_compiles_against_them()
    {
        LocalFeed.Write(_sandbox.At("feed"), "Nuke.Common", "Nuke.Components");
        LocalFeed.Write(_sandbox.At("feed"), OthersOfTheBuild());
        _sandbox.Write("NuGet.config", """
            <configuration>
              <packageSources>
                <clear />
                <add key="local" value="feed" />
              </packageSources>
            </configuration>
            """);
        _sandbox.Set("NUKE_ENGINE", string.Empty);
        _sandbox.Set("NUGET_PACKAGES", _sandbox.At("packages"));

        var run = _sandbox.Run("through packages");

        run.Error.ShouldContain("the genuine packages (10.1.0): the package feed serves it");
        run.Lines.ShouldBe(["[through packages]"]);
    }

    [Fact]
    public void The_compilers_error_is_shown_and_nothing_is_run()
    {
        _sandbox.Write("build/Components/Broken.cs", "class {");

        var run = _sandbox.Run();

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Broken.cs(1,7): error CS1001");
        run.Error.ShouldContain("The build does not compile; nothing was run.");
        _sandbox.HasStamp.ShouldBeFalse();
    }

    /// <summary>What the merged compilation refers to beside NUKE, in the versions of the repository.</summary>
    private static Dictionary<string, string> OthersOfTheBuild()
    {
        var root = BootstrapSandbox.RepositoryRoot();
        var versions = XDocument.Load(Path.Combine(root, "Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(x => (string)x.Attribute("Include")!, x => (string)x.Attribute("Version")!);
        return XDocument.Load(Path.Combine(root, "build", "Bootstrap.props")).Descendants("PackageReference")
            .Where(x => x.Parent!.Attribute("Condition") == null)
            .Select(x => (string?)x.Attribute("Include")).OfType<string>()
            .ToDictionary(name => name, name => versions[name]);
    }
}
