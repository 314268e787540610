namespace QualityGovernance.Platform.Tests.Support;

/// <summary>How a run of the program ended.</summary>
internal sealed record Finished(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Everything => Output + Error;
}
