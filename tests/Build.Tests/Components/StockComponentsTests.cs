using Build.Tests.Programs;

namespace Build.Tests.Components;

/// <summary>The ready-made components, in a build that starts a scripted dotnet instead of the real one.</summary>
public sealed class StockComponentsTests : IDisposable
{
    private readonly BuildRoot _root = new("Build.Stock");

    public StockComponentsTests()
    {
        _root.Write("Shop.sln", """
            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Shop", "src/Shop.csproj", "{22222222-0000-0000-0000-00000000000A}"
            EndProject
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Shop.Tests", "tests/Shop.Tests.csproj", "{33333333-0000-0000-0000-000000000000}"
            EndProject
            """);
        WriteDotNet("""if [[ $1 == test ]]; then mkdir -p artifacts/test-results; cp results.trx artifacts/test-results/; fi""");
        WriteResults("Passed", "Passed");
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Restore_compilation_and_tests_call_dotnet_once_each()
    {
        var run = Run();

        run.ExitCode.ShouldBe(0, run.All);
        run.Rows.ShouldBe(["Restore Succeeded", "Compile Succeeded", "Test Succeeded"]);
        Calls().ShouldBe(
        [
            $"restore {_root.At("Shop.sln")}",
            $"build {_root.At("Shop.sln")} --configuration Debug --no-restore --nologo",
            $"test {_root.At("tests/Shop.Tests.csproj")} --configuration Debug --no-build --results-directory {_root.At("artifacts/test-results")}"
            + " --filter Category!=Slow --logger trx;LogFileName=Shop.Tests.trx",
        ]);
    }

    [Fact]
    public void What_was_not_done_before_is_left_to_the_command()
    {
        Run("Compile", "--skip", "Restore");

        Calls().ShouldHaveSingleItem().ShouldNotContain("--no-restore");
    }

    [Fact]
    public void A_configuration_that_is_given_is_used()
    {
        Run("Compile", "--configuration", "release");

        Calls()[^1].ShouldContain("--configuration Release");
    }

    [Fact]
    public void On_a_server_the_configuration_is_Release_and_the_build_a_continuous_one()
    {
        _root.RunWith(Environment("true"), "Compile");

        Calls()[^1].ShouldContain("--configuration Release --property:ContinuousIntegrationBuild=true");
    }

    [Fact]
    public void The_summary_counts_the_outcomes_of_the_tests()
    {
        WriteResults("Passed", "Failed", "Passed", "NotExecuted");

        Run().Output.ShouldContain("// Failed: 1, Passed: 2, Skipped: 1");
    }

    [Fact]
    public void Failing_tests_fail_the_build_and_are_counted_all_the_same()
    {
        WriteResults("Failed");
        WriteDotNet("""if [[ $1 == test ]]; then mkdir -p artifacts/test-results; cp results.trx artifacts/test-results/; exit 1; fi""");

        var run = Run();

        run.ExitCode.ShouldBe(255);
        run.Rows[^1].ShouldBe("Test Failed");
        run.Output.ShouldContain("// Failed: 1, Passed: 0");
    }

    [Fact]
    public void A_solution_that_is_named_is_used()
    {
        File.Move(_root.At("Shop.sln"), _root.At("Other.sln"));
        _root.Write("Shop.sln", "not this one").Write(".nuke/parameters.json", """{ "Solution": "Other.sln" }""");

        Run("Restore");

        Calls().ShouldBe([$"restore {_root.At("Other.sln")}"]);
    }

    [Fact]
    public void Of_several_solutions_none_is_chosen_and_it_says_where_to_name_one()
    {
        _root.Write("Other.sln", string.Empty);

        var run = Run("Restore");

        run.ExitCode.ShouldBe(255);
        run.All.ShouldContain("holds 2 solutions. Name the one for 'Solution' in .nuke/parameters.json");
        Calls().ShouldBeEmpty();
    }

    private ProgramRun Run(params string[] arguments) => _root.RunWith(Environment(), arguments);

    private Dictionary<string, string> Environment(string? onServer = null)
    {
        var environment = new Dictionary<string, string> { ["DOTNET_EXE"] = _root.At("bin/dotnet") };
        if (onServer != null)
            environment["GITHUB_ACTIONS"] = onServer;
        return environment;
    }

    private string[] Calls() => File.Exists(_root.At("calls.log")) ? File.ReadAllLines(_root.At("calls.log")) : [];

    private void WriteDotNet(string body)
    {
        _root.Write("bin/dotnet", $"#!/usr/bin/env bash\ncd '{_root.Root}'\nprintf '%s\\n' \"$*\" >>calls.log\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_root.At("bin/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void WriteResults(params string[] outcomes) =>
        _root.Write("results.trx",
            $"""
             <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
               <Results>{string.Concat(outcomes.Select(x => $"<UnitTestResult outcome=\"{x}\" />"))}</Results>
             </TestRun>
             """);
}
