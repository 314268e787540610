namespace QualityGovernance.Deployment.Engine;

/// <summary>What a program that ended left behind. Registered secrets are masked in both texts.</summary>
/// <param name="ExitCode">0 is success by convention; nothing here judges it.</param>
/// <param name="Output">Standard output, lines joined by a line feed, without the last one.</param>
/// <param name="Error">Standard error, in the same form.</param>
/// <param name="Duration">From start to end.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error, TimeSpan Duration)
{
    /// <summary>What a shell, and an engine, says of a process that SIGKILL ended.</summary>
    private const int Killed = 137;

    public bool Succeeded => ExitCode == 0;

    /// <summary>What the program said last, for a message: from standard error, or from standard output where that is empty. Of one that said nothing, that.</summary>
    public string LastWords(int lines = 5)
    {
        var text = string.IsNullOrWhiteSpace(Error) ? Output : Error;
        if (string.IsNullOrWhiteSpace(text))
            return ExitCode == Killed ? "it was killed (SIGKILL), and said nothing." : "it said nothing.";
        return string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(lines));
    }
}
