using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class ExtensionTests : IDisposable
{
    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void An_extension_is_called_at_its_points_of_the_build_s_life()
    {
        var lines = _root.Run("Compile").Output.Split('\n').Where(x => x.Contains("trace: ")).Select(x => x[(x.IndexOf("trace: ", StringComparison.Ordinal) + 7)..]);

        lines.ShouldBe(["created with Compile", "initialized with 2 of more", "Restore succeeded", "Compile succeeded", "finished, well"]);
    }

    [Fact]
    public void Attributes_of_the_build_s_own_give_values()
    {
        var run = _root.Run("Greet");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("[INF] hello Hello, no one");
        run.Output.ShouldContain("[WRN] Could not inject value for IGreet.Nobody");
    }
}
