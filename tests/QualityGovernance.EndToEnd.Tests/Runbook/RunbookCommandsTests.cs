using System.Reflection;
using Build.Tests.Documents;

namespace QualityGovernance.EndToEnd.Tests.Runbook;

/// <summary>The runbook against the table of what tests type: every command is typed by one, and none is that the runbook does not have.</summary>
public sealed class RunbookCommandsTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "DEPLOYMENT_RUNBOOK.md"));

    [Fact]
    public void Every_command_of_the_runbook_is_typed_by_a_test()
    {
        Untyped(Text).ShouldBeEmpty();
        Untyped(Text + "\n    ./build.sh Deploy --environment staging --tag v2.0.0\n").ShouldBe(["Deploy --environment staging --tag v2.0.0"]);
    }

    [Fact]
    public void No_test_types_what_the_runbook_does_not_have()
    {
        Unwritten(Text).ShouldBeEmpty();
        Unwritten(Text.Replace("./build.sh SandboxStatus", "./build.sh SandboxUp", StringComparison.Ordinal)).ShouldBe(["SandboxStatus"]);
    }

    [Fact]
    public void Every_test_of_the_table_is_one_that_is_run_and_no_command_is_typed_twice()
    {
        foreach (var name in RunbookCommands.ByTest.Keys)
        {
            var test = typeof(RunbookCommandsTests).Assembly.GetTypes().Where(type => type.Name == name).ShouldHaveSingleItem();
            test.GetMethods().Select(method => method.GetCustomAttribute<FactAttribute>()).ShouldContain(fact => fact != null && fact.Skip == null, name);
        }

        Typed.ShouldBeUnique();
    }

    private static IEnumerable<string> Typed => RunbookCommands.ByTest.Values.SelectMany(commands => commands);

    private static IEnumerable<string> Untyped(string runbook) => RunbookDocument.CommandsIn(runbook).Except(Typed);

    private static IEnumerable<string> Unwritten(string runbook) => Typed.Except(RunbookDocument.CommandsIn(runbook));
}
