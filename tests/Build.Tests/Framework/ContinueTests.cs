using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class ContinueTests : IDisposable
{
    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Continuing_leaves_out_what_has_succeeded()
    {
        _root.Run("FailInContext", "Compile");

        _root.Run("FailInContext", "Compile", "--continue").Rows
            .ShouldBe(["OpenContext Skipped", "FailInContext Failed", "CloseContext Skipped", "Restore NotRun", "Compile NotRun"]);
    }

    [Fact]
    public void Another_command_line_starts_from_the_beginning()
    {
        _root.Run("FailInContext", "Compile");

        var run = _root.Run("Compile", "--continue");

        run.Rows.ShouldBe(["Restore Succeeded", "Compile Succeeded"]);
        run.Output.ShouldContain("[WRN] Build invocation changed. Restarting ...");
    }
}
