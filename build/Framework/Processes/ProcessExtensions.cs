using System.Diagnostics;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Waiting for a process, and reading what it wrote.</summary>
[StackTraceHidden]
public static class ProcessExtensions
{
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        Assert.True(process != null, "No process was started");
        Assert.True(process.WaitForExit(), $"Process '{Path.GetFileName(process.FileName)}' took longer than its timeout and was killed");
        return process;
    }

    public static IProcess AssertZeroExitCode(this IProcess process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }

    public static IReadOnlyCollection<Output> EnsureOnlyStd(this IReadOnlyCollection<Output> output)
    {
        foreach (var line in output)
            Assert.True(line.Type == OutputType.Std, $"Expected standard output only, but there was error output: {line.Text}");
        return output;
    }

    public static string StdToText(this IEnumerable<Output> output) =>
        output.Where(x => x.Type == OutputType.Std).Select(x => x.Text).JoinNewLine();
}
