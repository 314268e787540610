using Build.Tests.Documents;

namespace QualityGovernance.EndToEnd.Tests.Runbook;

/// <summary>Types commands of the runbook as an operator does, each in a process of its own, in a checkout that a test may change.</summary>
/// <param name="test">The class that types; <see cref="RunbookCommands.ByTest"/> says what it has to.</param>
/// <param name="root">The checkout.</param>
/// <param name="variables">Of the operator's shell.</param>
internal sealed class TypedCommands(Type test, string root, IReadOnlyDictionary<string, string> variables)
{
    private readonly HashSet<string> typed = [];

    private IReadOnlyList<string> Expected => RunbookCommands.ByTest[test.Name];

    /// <param name="documented">As the runbook has it, behind the name of the program.</param>
    /// <param name="exitCode">That the command has to end with.</param>
    /// <param name="filledIn">What takes the place of what, the first of it that is left; each is named in <see cref="RunbookCommands.FilledIn"/>.</param>
    /// <returns>Everything that it printed.</returns>
    public Task<string> TypeAsync(string documented, int exitCode, params (string Written, string Typed)[] filledIn) => TypeAsync(documented, [exitCode], variables, filledIn);

    /// <param name="documented">As the runbook has it.</param>
    /// <param name="exitCodes">More than one where what this machine can find out decides.</param>
    /// <param name="shell">The variables of another operator's shell.</param>
    /// <param name="filledIn">What takes the place of what.</param>
    public async Task<string> TypeAsync(string documented, int[] exitCodes, IReadOnlyDictionary<string, string>? shell = null, params (string Written, string Typed)[] filledIn)
    {
        Expected.ShouldContain(documented);
        typed.Add(documented);
        var line = filledIn.Aggregate(documented, (text, one) => Fill(text, one.Written, one.Typed));
        line.ShouldNotContain("<");
        using var build = new BuildCommand(root, shell ?? variables, RunbookDocument.Words(line));
        exitCodes.ShouldContain(await build.ExitCodeAsync(), $"./build.sh {line}\n{build.Text}");
        return build.Text;
    }

    /// <summary>A command that the table gives to this test, and that it did not type, is a command that nobody has tried.</summary>
    public void AllWereTyped() => Expected.Except(typed).ShouldBeEmpty();

    private static string Fill(string text, string written, string value)
    {
        RunbookCommands.FilledIn.Keys.ShouldContain(written);
        var at = text.IndexOf(written, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{text} has no {written}");
        return text[..at] + value + text[(at + written.Length)..];
    }
}
