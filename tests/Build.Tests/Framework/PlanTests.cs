using System.Xml.Linq;
using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class PlanTests : IDisposable
{
    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_plan_is_text_with_the_reason_for_each_target()
    {
        var run = _root.Run("--plan", "CheckLimits", "WaitForProcess");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldEndWith("""
            4 targets, in this order:

              1. ShowLimits       needed by CheckLimits
              2. CheckLimits      asked for
              3. WaitForProcess   asked for
              4. Rescue           triggered by WaitForProcess, runs even after a failure

            """);
    }

    [Fact]
    public void The_default_target_is_planned_when_none_is_named() =>
        _root.Run("--plan").Output.ShouldContain("2. Compile   the default");

    [Fact]
    public void A_plan_shows_what_is_skipped() =>
        _root.Run("--plan", "Compile", "--skip", "Restore").Output.ShouldContain("1. Restore   skipped via parameter, needed by Compile");

    [Fact]
    public void Planning_runs_nothing_and_needs_no_values()
    {
        var run = _root.Run("NeedsBoth", "--plan");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("1. NeedsBoth   asked for");
    }

    [Theory]
    [InlineData("--plan html Compile")]
    [InlineData("Compile --plan=html")]
    public void A_page_is_written_on_request_and_its_path_printed(string arguments)
    {
        var run = _root.Run(arguments.Split(' '));
        var file = _root.At(".nuke/temp/execution-plan.html");

        run.ExitCode.ShouldBe(0);
        run.Output.Trim().ShouldEndWith(file);
        var page = File.ReadAllText(file);
        page.Length.ShouldBeLessThan(20_000);
        page.ShouldNotContain("http");
        page.ShouldContain("<b>Restore</b>");
        var svg = XElement.Parse(page[page.IndexOf("<svg", StringComparison.Ordinal)..(page.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);
        svg.Elements("circle").Count().ShouldBe(2);
        svg.Elements("path").Count().ShouldBe(1);
    }
}
