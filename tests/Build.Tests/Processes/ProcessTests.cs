using Nuke.Common.Tooling;
using Build.Tests.IO;

namespace Build.Tests.Processes;

public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Output_is_collected_line_by_line_with_its_stream()
    {
        using var process = Start("echo one; echo two >&2; echo three");
        process.AssertZeroExitCode();

        process.Output.Where(x => x.Type == OutputType.Std).Select(x => x.Text).ShouldBe(["one", "three"]);
        process.Output.Where(x => x.Type == OutputType.Err).Select(x => x.Text).ShouldBe(["two"]);
        process.Output.StdToText().ShouldBe("one" + Environment.NewLine + "three");
        Should.Throw<ArgumentException>(() => process.Output.EnsureOnlyStd()).Message.ShouldContain("two");
    }

    [Fact]
    public void A_failure_tells_the_command_the_directory_and_the_error_output()
    {
        using var process = Start("echo fine; echo broken >&2; exit 3");

        var exception = Should.Throw<ProcessException>(() => process.AssertZeroExitCode());

        exception.ExitCode.ShouldBe(3);
        exception.Message.ShouldStartWith("Process 'bash' exited with code 3.");
        exception.Message.ShouldContain("echo broken");
        exception.Message.ShouldContain($"@ {_directory.Path}");
        exception.Message.ShouldEndWith("Error output:" + Environment.NewLine + "   broken");
        exception.Message.ShouldNotContain("   fine");
    }

    [Fact]
    public void Without_error_output_a_failure_tells_the_standard_output()
    {
        using var process = Start("echo clue; exit 1");

        Should.Throw<ProcessException>(() => process.AssertZeroExitCode()).Message.ShouldEndWith("   clue");
    }

    [Fact]
    public void A_process_that_takes_longer_than_its_timeout_is_killed_with_its_children()
    {
        using var process = Start("sleep 600 & echo $!; wait", timeout: 500);

        process.WaitForExit().ShouldBeFalse();

        process.HasExited.ShouldBeTrue();
        var child = process.Output.First().Text;
        SpinWait.SpinUntil(() => IsGone(child), TimeSpan.FromSeconds(30)).ShouldBeTrue("the child must not outlive its parent");
    }

    [Fact]
    public void A_given_environment_replaces_the_inherited_one()
    {
        var environment = new Dictionary<string, string> { ["ONLY"] = "this" };
        using var process = ProcessTasks.StartProcess("env", environmentVariables: environment, logOutput: false, logInvocation: false);
        process.AssertZeroExitCode();

        process.Output.Select(x => x.Text).ShouldBe(["ONLY=this"]);
    }

    [Fact]
    public void A_filter_is_applied_to_output_and_arguments()
    {
        using var process = ProcessTasks.StartProcess("echo", "hush", logOutput: false, logInvocation: false, outputFilter: x => x.Replace("hush", "..."));
        process.AssertZeroExitCode();

        process.Output.StdToText().ShouldBe("...");
        process.Arguments.ShouldBe("...");
    }

    [Fact]
    public void A_program_that_is_not_on_the_path_is_named() =>
        Should.Throw<ArgumentException>(() => ProcessTasks.StartProcess("no-such-program")).Message.ShouldContain("Could not find 'no-such-program' on the PATH");

    [Fact]
    public void A_directory_on_the_path_is_not_a_program() =>
        Should.Throw<ArgumentException>(() => ToolPathResolver.GetPathExecutable(".")).Message.ShouldContain("Could not find");

    [Fact]
    public void A_tool_is_a_function_of_its_arguments()
    {
        var tool = ToolResolver.GetPathTool("bash");

        tool($"-c \"echo called\"", logOutput: false, logInvocation: false).StdToText().ShouldBe("called");
        Should.Throw<ProcessException>(() => tool($"-c \"exit 2\"", logInvocation: false)).ExitCode.ShouldBe(2);
    }

    private IProcess Start(string script, int? timeout = null) =>
        ProcessTasks.StartShell(script, workingDirectory: _directory.Path, timeout: timeout, logOutput: false, logInvocation: false);

    // A killed child may stay as a zombie until somebody reaps it; that is as gone as can be.
    private static bool IsGone(string processId) =>
        !File.Exists($"/proc/{processId}/stat") || File.ReadAllText($"/proc/{processId}/stat").Contains(") Z ");
}
