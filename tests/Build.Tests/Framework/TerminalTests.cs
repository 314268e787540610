using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class TerminalTests : IDisposable
{
    private const string Colour = @"\x1b\[\d+m";

    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task Missing_values_are_asked_for_and_a_secret_is_not_echoed()
    {
        using var terminal = new TerminalSession(_root, [], "NeedsBoth", "--no-logo");
        await terminal.WaitForAsync("Token of the registry: ");
        terminal.Type("s3ntinel value\n");
        await terminal.WaitForAsync("Who deploys: ");
        terminal.Type("somebody\n");
        await terminal.WaitForAsync("Count of things: ");
        terminal.Type("many\n");
        await terminal.WaitForAsync("Option '--count' must be a whole number, but 'many' was given here.");
        terminal.Type("3\n");

        (await terminal.FinishAsync()).ShouldBe(0, terminal.Output);
        terminal.Output.ShouldContain("has both: 14 characters for somebody");
        terminal.Output.ShouldContain("Who deploys: somebody");
        terminal.Output.ShouldNotContain("s3ntinel");
    }

    [Fact]
    public async Task A_secret_typed_is_masked_from_then_on()
    {
        using var terminal = new TerminalSession(_root, [], "NeedsBoth", "LeakByException", "--count", "1", "--deploy-user", "me");
        await terminal.WaitForAsync("Token of the registry: ");
        terminal.Type("s3ntinel\n");

        (await terminal.FinishAsync()).ShouldBe(255);
        terminal.Output.ShouldContain("refused token [REDACTED]");
        terminal.Output.ShouldNotContain("s3ntinel");
    }

    [Fact]
    public async Task An_empty_answer_leaves_the_value_missing()
    {
        using var terminal = new TerminalSession(_root, [], "NeedsBoth", "--count", "1", "--deploy-user", "me");
        await terminal.WaitForAsync("Token of the registry: ");
        terminal.Type("\n");

        (await terminal.FinishAsync()).ShouldBe(255);
        terminal.Output.ShouldContain("Target 'NeedsBoth' needs '--api-token'");
    }

    [Fact]
    public async Task Ctrl_C_at_a_hidden_prompt_gives_the_terminal_back_as_it_was()
    {
        using var terminal = new TerminalSession(_root, [], "NeedsBoth", ";", "stty", "-a");
        await terminal.WaitForAsync("Token of the registry: ");
        terminal.Type("\u0003");

        await terminal.FinishAsync();
        terminal.Output.ShouldContain("NeedsBoth");
        terminal.Output.ShouldContain(" echo ");
        terminal.Output.ShouldNotContain(" -echo ");
    }

    [Fact]
    public async Task A_terminal_gets_colours()
    {
        using var terminal = new TerminalSession(_root, [], "Noop");

        (await terminal.FinishAsync()).ShouldBe(0);
        terminal.Output.ShouldMatch(Colour);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task A_terminal_that_wants_no_colours_gets_none(string variable, string value)
    {
        using var terminal = new TerminalSession(_root, new() { [variable] = value }, "Noop");

        (await terminal.FinishAsync()).ShouldBe(0);
        terminal.Output.ShouldNotMatch(Colour);
    }

    [Theory]
    [InlineData("Terminal")]
    [InlineData("GitHubActions")]
    public void A_pipe_gets_no_colours(string host) =>
        _root.RunWith(new() { ["TERM"] = "xterm-256color" }, "Noop", "--host", host).Output.ShouldNotContain("\u001b");

    [Fact]
    public async Task Ctrl_C_runs_the_assured_targets()
    {
        using var terminal = new TerminalSession(_root, [], "WaitForProcess", "AfterWaiting");
        await terminal.WaitForAsync("sleeping in");
        terminal.Type("\u0003");

        (await terminal.FinishAsync()).ShouldBe(130, terminal.Output);
        terminal.Output.ShouldContain("Interrupted by SIGINT");
        terminal.Output.ShouldContain("rescue runs");
    }
}
