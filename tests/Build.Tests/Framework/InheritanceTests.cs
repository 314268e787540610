using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class InheritanceTests : IDisposable
{
    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_context_is_opened_before_and_closed_after() =>
        _root.Run("InContext").Rows.ShouldBe(["OpenContext Succeeded", "InContext Succeeded", "CloseContext Succeeded"]);

    [Fact]
    public void A_context_is_closed_after_a_failure_too() =>
        _root.Run("FailInContext").Rows.ShouldBe(["OpenContext Succeeded", "FailInContext Failed", "CloseContext Succeeded"]);

    [Fact]
    public void An_overriding_target_takes_over_its_base()
    {
        var output = _root.Run("Extended").Output;

        output.IndexOf("[INF] base", StringComparison.Ordinal).ShouldBeInRange(0, output.IndexOf("[INF] extended", StringComparison.Ordinal));
    }

    // The runtime never hides the last frame, which is the engine's.
    [Fact]
    public void A_failure_s_stack_ends_where_the_target_ends() =>
        _root.Run("LeakByException").Output.Split('\n').Count(x => x.StartsWith("   at Nuke.Common", StringComparison.Ordinal)).ShouldBe(1);
}
