namespace Build.Tests.Bootstrap;

public sealed class StartTests : IDisposable
{
    private readonly BootstrapSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("build.sh")]
    [InlineData("build.cmd")]
    public void Arguments_reach_the_build_as_they_are(string script)
    {
        string[] arguments = ["Test", "--name", "two words", "\"quoted\"", "it's", "*", "", "a\\b", "$HOME", "--x=y z"];

        var run = _sandbox.RunScript(script, arguments);

        run.Lines.Skip(1).ShouldBe(arguments.Select(x => $"[{x}]"));
    }

    [Fact]
    public void The_exit_code_of_the_build_is_that_of_the_bootstrap() => _sandbox.Run("Noop").ExitCode.ShouldBe(7);

    [Fact]
    public void The_bootstrap_becomes_the_build_so_that_signals_reach_it()
    {
        var process = _sandbox.Start(_sandbox.Root, "build.sh");
        var id = process.Id;

        BootstrapSandbox.Finish(process).Lines[0].ShouldBe($"pid {id}");
    }

    [Fact]
    public void From_another_directory_the_build_is_told_its_root() =>
        _sandbox.RunIn(Path.GetTempPath(), "Noop").Lines.Skip(1).ShouldBe(["[Noop]", "[--root]", $"[{_sandbox.Root}]"]);

    [Fact]
    public void From_a_directory_below_the_root_the_build_finds_it_by_itself()
    {
        _sandbox.Run();

        _sandbox.RunIn(_sandbox.At("build/Framework"), "Noop").Lines.Skip(1).ShouldBe(["[Noop]"]);
    }

    [Theory]
    [InlineData("--root", "/elsewhere")]
    [InlineData("--root=/elsewhere", "Noop")]
    public void A_root_that_is_given_stands(params string[] arguments) =>
        _sandbox.RunIn(Path.GetTempPath(), arguments).Lines.Skip(1).ShouldBe(arguments.Select(x => $"[{x}]"));
}
