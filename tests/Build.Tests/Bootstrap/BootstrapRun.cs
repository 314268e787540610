namespace Build.Tests.Bootstrap;

/// <summary>What a run of the bootstrap left: the program's output is on standard output, the bootstrap's own words on standard error.</summary>
public sealed record BootstrapRun(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
