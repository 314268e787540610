using QualityGovernance.Deployment.Drills;

namespace QualityGovernance.Deployment.Tests.Drills;

public sealed class DrillConfirmationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();

    public void Dispose()
    {
        output.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_option_needs_no_question()
    {
        Confirmation(isGiven: true, isTerminal: false, "").Ask().ShouldBe("--confirm");
        $"{output}".ShouldBeEmpty();
    }

    [Fact]
    public void A_typed_yes_is_a_confirmation()
    {
        Confirmation(isGiven: false, isTerminal: true, "yes\n").Ask().ShouldBe("typed at the terminal");
        $"{output}".ShouldContain("Type yes to go on");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("y\n")]
    [InlineData("YES\n")]
    [InlineData("yes please\n")]
    [InlineData("no\n")]
    public void Anything_else_and_the_end_of_the_input_are_not(string typed)
    {
        var refusal = Should.Throw<DrillNotConfirmedException>(() => Confirmation(isGiven: false, isTerminal: true, typed).Ask());

        refusal.Message.ShouldEndWith("Nothing was touched.");
        refusal.NextCommand.ShouldBe("./build.sh ResetDrill --confirm");
    }

    [Fact]
    public void Without_a_terminal_nobody_is_asked_even_if_the_input_says_yes()
    {
        Should.Throw<DrillNotConfirmedException>(() => Confirmation(isGiven: false, isTerminal: false, "yes\n").Ask());
        $"{output}".ShouldBeEmpty();
    }

    [Fact]
    public void The_history_grows_and_keeps_what_failed()
    {
        var history = new DrillHistory(Path.Combine(folder.Path, "drills", "history.jsonl"));
        history.Drills.ShouldBeEmpty();
        var first = new DrillRecord(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), "r1", "failed", null, null);
        var second = first with { Run = "r2", Verdict = "passed", RecoveryTimeSeconds = 80.5, RecoveryPointSeconds = 3 };

        history.Add(first);
        history.Add(second);

        history.Drills.ShouldBe([first, second]);
    }

    private DrillConfirmation Confirmation(bool isGiven, bool isTerminal, string typed) => new(isGiven, isTerminal, new StringReader(typed), output);
}
