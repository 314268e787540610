using System.Diagnostics;
using System.Text;
using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class InterruptionTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    [InlineData("HUP", 129)]
    public async Task A_signal_ends_the_running_target_and_runs_the_assured_ones(string signal, int exitCode)
    {
        using var process = _root.Start([], "WaitForProcess", "AfterWaiting");
        var output = await ReadUntilAsync(process, "sleeping in ");
        var child = int.Parse(output.Split("sleeping in ")[1].Split('\n')[0]);
        Send(signal, process);
        var run = await FinishAsync(process, output);

        run.ExitCode.ShouldBe(exitCode, run.Output);
        run.Rows.ShouldBe(["WaitForProcess Aborted", "Rescue Succeeded", "AfterWaiting NotRun"]);
        run.Output.ShouldContain($"// Interrupted: SIG{signal}");
        run.Output.ShouldContain("rescue runs");
        IsRunning(child).ShouldBeFalse("the child process must not outlive the build");
    }

    [Fact]
    public async Task A_target_that_does_not_come_back_is_left_behind_and_the_assured_ones_still_run()
    {
        using var process = _root.Start([], "WaitStubbornly");
        var output = await ReadUntilAsync(process, "waiting for nothing");
        Send("TERM", process);
        var run = await FinishAsync(process, output);

        run.ExitCode.ShouldBe(143, run.Output);
        run.Rows.ShouldBe(["WaitStubbornly Aborted", "Rescue Succeeded"]);
        run.Output.ShouldContain("Build failed on");
    }

    [Fact]
    public async Task A_second_signal_ends_the_process_at_once()
    {
        using var process = _root.Start([], "WaitStubbornly");
        var output = await ReadUntilAsync(process, "waiting for nothing");
        Send("TERM", process);
        output += await ReadUntilAsync(process, "Interrupted by SIGTERM");
        Send("TERM", process);
        var run = await FinishAsync(process, output);

        run.ExitCode.ShouldBe(143, run.Output);
        run.Output.ShouldNotContain("rescue runs");
    }

    private static void Send(string signal, Process process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString()]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    private static async Task<string> ReadUntilAsync(Process process, string text)
    {
        using var limit = new CancellationTokenSource(s_limit);
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            output.AppendLine(line);
            if (line.Contains(text))
                return output.ToString();
        }
        throw new InvalidOperationException($"The program ended without '{text}'. It wrote:\n{output}");
    }

    private static async Task<ProgramRun> FinishAsync(Process process, string before)
    {
        using var limit = new CancellationTokenSource(s_limit);
        var rest = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new ProgramRun(process.ExitCode, before + rest, string.Empty);
    }

    private static bool IsRunning(int processId) => Directory.Exists($"/proc/{processId}");
}
