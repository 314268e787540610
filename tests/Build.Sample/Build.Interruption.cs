using Nuke.Common;
using Nuke.Common.Tooling;
using Serilog;

partial class Build
{
    Target WaitForProcess => _ => _
        .Triggers(Rescue)
        .Executes(() =>
        {
            var process = ProcessTasks.StartProcess("sleep", "600");
            Log.Information("sleeping in {Id}", process.Id);
            process.AssertZeroExitCode();
        });

    Target WaitStubbornly => _ => _
        .Triggers(Rescue)
        .Executes(() =>
        {
            using var never = new ManualResetEventSlim();
            Log.Information("waiting for nothing");
            never.Wait();
        });

    Target AfterWaiting => _ => _.DependsOn(WaitForProcess).Executes(() => Log.Information("never"));

    Target Rescue => _ => _.AssuredAfterFailure().Executes(() => Log.Information("rescue runs"));
}
