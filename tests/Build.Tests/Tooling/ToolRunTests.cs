using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;

namespace Build.Tests.Tooling;

public sealed class ToolRunTests
{
    [Fact]
    public void An_exit_code_other_than_zero_is_an_error_that_names_the_tool_and_the_code()
    {
        using var tool = new FakeTool("exit 3");

        Should.Throw<ProcessException>(() => DotNetTasks.DotNetBuild(_ => _.SetProcessToolPath(tool.Path)))
            .Message.ShouldContain("Process 'tool' exited with code 3.");
    }

    [Fact]
    public void Exit_handling_can_be_switched_off()
    {
        using var tool = new FakeTool("exit 3");

        DotNetTasks.DotNetBuild(_ => _.SetProcessToolPath(tool.Path).DisableProcessExitHandling()).ShouldHaveSingleItem().Text.ShouldBe("build");
    }

    [Fact]
    public void An_exit_handler_judges_the_code_itself()
    {
        using var tool = new FakeTool("exit 3");
        var seen = 0;

        DotNetTasks.DotNetBuild(_ => _.SetProcessToolPath(tool.Path).SetProcessExitHandler(process => { seen = process.ExitCode; }));

        seen.ShouldBe(3);
    }

    [Fact]
    public void The_environment_and_the_working_directory_reach_the_process()
    {
        using var tool = new FakeTool("echo \"$QGP_GIVEN\"; pwd");

        var output = DotNetTasks.DotNetBuild(_ => _
            .SetProcessToolPath(tool.Path)
            .SetProcessEnvironmentVariable("QGP_GIVEN", "given")
            .SetProcessWorkingDirectory("/"));

        output.Select(x => x.Text).ShouldBe(["build", "given", "/"]);
    }

    [Fact]
    public void A_redacted_secret_is_not_in_the_output()
    {
        using var tool = new FakeTool("echo 'the hush-hush-42 itself'");

        var output = DotNetTasks.DotNetBuild(_ => _.SetProcessToolPath(tool.Path).SetProcessRedactedSecrets("hush-hush-42"));

        output.Last().Text.ShouldBe("the [REDACTED] itself");
    }

    [Fact]
    public void Every_combination_runs_and_its_output_comes_with_its_settings()
    {
        using var tool = new FakeTool();

        var results = DotNetTasks.DotNetTest(
            _ => _.SetProcessToolPath(tool.Path).CombineWith(["a", "b", "c"], (_, project) => _.SetProjectFile(project)),
            degreeOfParallelism: 3);

        results.Select(x => $"{x.Settings.ProjectFile}: {string.Join(' ', x.Output.Select(y => y.Text))}")
            .ShouldBe(["a: test a", "b: test b", "c: test c"]);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public void A_failing_combination_stops_the_others_unless_all_are_to_complete(bool completeOnFailure, int expectedRuns)
    {
        var log = Path.GetTempFileName();
        using var tool = new FakeTool($"echo run >>'{log}'; exit 1");

        Should.Throw<Exception>(() => DotNetTasks.DotNetTest(
            _ => _.SetProcessToolPath(tool.Path).CombineWith(["a", "b", "c"], (_, project) => _.SetProjectFile(project)),
            degreeOfParallelism: 1,
            completeOnFailure));

        File.ReadAllLines(log).Length.ShouldBe(expectedRuns);
        File.Delete(log);
    }

    [Fact]
    public void Free_arguments_are_passed_on()
    {
        using var tool = new FakeTool();
        var before = Environment.GetEnvironmentVariable("DOTNET_EXE");
        Environment.SetEnvironmentVariable("DOTNET_EXE", tool.Path);
        try
        {
            DotNetTasks.DotNet($"ef migrations add {"two words"}").Select(x => x.Text).ShouldBe(["ef", "migrations", "add", "two words"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable("DOTNET_EXE", before);
        }
    }
}
