using System.Text.Json;
using System.Text.RegularExpressions;
using Build.Tests.Programs;

namespace Build.Tests.Ci;

/// <summary>The build of this repository and its workflows. The program is the one that the solution compiled.</summary>
public sealed partial class WorkflowTests : IDisposable
{
    private static readonly string s_checkout = FindCheckout();

    private readonly BuildRoot _root = new();

    public WorkflowTests()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name;
        _root.Program = Path.Combine(s_checkout, "build", "bin", configuration == "release" ? "Release" : "Debug", "_build.dll");
        File.Exists(_root.Program).ShouldBeTrue($"There is no {_root.Program}: dotnet build build/_build.csproj");
        File.Copy(Path.Combine(s_checkout, "QualityGovernance.sln"), _root.At("QualityGovernance.sln"));
        foreach (var (name, text) in Committed())
            _root.Write($".github/workflows/{name}", text);
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public void The_workflows_are_as_the_build_describes_them()
    {
        var run = _root.Run("GenerateWorkflows");

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("nothing was written");
    }

    [Fact]
    public void The_framework_s_own_way_to_generate_gives_the_same_text()
    {
        var text = _root.Read(".github/workflows/ci.yml");
        File.Delete(_root.At(".github/workflows/ci.yml"));

        var run = _root.Run("--generate-configuration", "GitHubActions_ci", "--host", "GitHubActions");

        run.ExitCode.ShouldBe(0, run.All);
        _root.Read(".github/workflows/ci.yml").ShouldBe(text);
    }

    [Fact]
    public void A_run_that_asks_for_something_else_repairs_no_workflow()
    {
        _root.Write(".github/workflows/ci.yml", "changed");

        _root.Run("GenerateWorkflows", "--plan").ExitCode.ShouldBe(0);

        _root.Read(".github/workflows/ci.yml").ShouldBe("changed");
    }

    [Fact]
    public void Changed_by_hand_a_workflow_is_found_with_every_rule_that_it_breaks()
    {
        var text = _root.Read(".github/workflows/ci.yml").Replace("run: ./build.sh Test", "run: ./build.sh Tset");
        _root.Write(".github/workflows/ci.yml", PinPattern().Replace(text, "uses: actions/checkout@v6", 1) + "    permissions: write-all\n");

        var run = _root.Run("CheckWorkflows");

        run.ExitCode.ShouldBe(1, run.All);
        run.All.ShouldContain(".github/workflows/ci.yml, line ");
        run.All.ShouldContain("actions/checkout@v6 is not pinned");
        run.All.ShouldContain("runs Tset, which is no target of the build");
        run.All.ShouldContain("'permissions: write-all' grants more than is said");
        run.All.ShouldContain("Next: ./build.sh GenerateWorkflows");
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public void A_deployment_gets_the_secrets_that_its_environment_names_and_no_others(string environment)
    {
        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_checkout, ".nuke", "environments", environment + ".json")));
        var named = description.RootElement.GetProperty("secrets").EnumerateObject().Select(secret => secret.Value.GetString()!).Order(StringComparer.Ordinal);

        SecretPattern().Matches(_root.Read($".github/workflows/deploy-{environment}.yml")).Select(match => match.Groups["name"].Value)
            .Distinct().Order(StringComparer.Ordinal).ShouldBe(named);
    }

    private static IEnumerable<(string Name, string Text)> Committed() =>
        Directory.EnumerateFiles(Path.Combine(s_checkout, ".github", "workflows")).Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    private static string FindCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "QualityGovernance.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"There is no QualityGovernance.sln above {AppContext.BaseDirectory}.");
        return folder.FullName;
    }

    [GeneratedRegex(@"uses: actions/checkout@\S+ # \S+", RegexOptions.None, 1000)]
    private static partial Regex PinPattern();

    [GeneratedRegex(@"\$\{\{ secrets\.(?<name>\w+) \}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretPattern();
}
