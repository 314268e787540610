using System.Diagnostics;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs a plan, one target after the other.</summary>
[StackTraceHidden] // a failure is the target's: its stack ends where the target ends
internal sealed class BuildExecutor(NukeBuild build)
{
    private IReadOnlyCollection<string> _doneBefore = [];
    private BuildAttempt _attempt;
    private Interruption _interruption;

    /// <param name="skipped">Targets to leave out; null for none, an empty list for all that were not asked for.</param>
    /// <param name="interruption">Says when to stop.</param>
    public void Run(IReadOnlyList<ExecutableTarget> skipped, Interruption interruption)
    {
        _interruption = interruption;
        if (skipped != null)
            SkipRules.SkipByName(build.ExecutionPlan, skipped.Select(x => x.Name).ToList());
        foreach (var target in build.ExecutionPlan)
            SkipRules.SkipByConditions(build.ExecutionPlan, target, target.StaticConditions);
        Requirements.Check(build, build.ScheduledTargets);
        _attempt = BuildAttempt.Start(build.Continue);
        _doneBefore = _attempt.Done;
        try
        {
            foreach (var target in build.ExecutionPlan)
            {
                Execute(target, isRescue: false);
                _interruption.ThrowIfRequested();
            }
        }
        catch (TargetExecutionException)
        {
            _interruption.TakeTurn();
            RunAssuredTargets();
            throw;
        }
    }

    /// <summary>After a failure: the planned targets that must not be left out.</summary>
    public void RunAssuredTargets()
    {
        foreach (var target in build.ExecutionPlan.Where(x => x.AssuredAfterFailure && x.Status == ExecutionStatus.Scheduled).ToList())
            Execute(target, isRescue: true);
    }

    private void Execute(ExecutableTarget target, bool isRescue)
    {
        if (target.Status == ExecutionStatus.Skipped ||
            _doneBefore.Contains(target.Name) ||
            SkipRules.SkipByConditions(build.ExecutionPlan, target, target.DynamicConditions))
        {
            target.Status = ExecutionStatus.Skipped;
            build.Extensions.Raise<IOnTargetSkipped>(x => x.OnTargetSkipped(target));
            return;
        }
        if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }
        using (Logging.SetTarget(target.Name))
        using (build.IsOutputEnabled(DefaultOutput.TargetHeader) ? NukeBuild.Host.WriteBlock(target.Name) : null)
            RunActions(target, isRescue);
    }

    private void RunActions(ExecutableTarget target, bool isRescue)
    {
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        build.Extensions.Raise<IOnTargetRunning>(x => x.OnTargetRunning(target));
        try
        {
            foreach (var action in target.Actions)
                action();
            target.Stopwatch.Stop();
            if (!isRescue)
                _interruption.TakeTurn();
            target.Status = ExecutionStatus.Succeeded;
            build.Extensions.Raise<IOnTargetSucceeded>(x => x.OnTargetSucceeded(target));
            _attempt.Add(target.Name);
        }
        catch (Exception exception)
        {
            target.Stopwatch.Stop();
            if (!isRescue)
                _interruption.TakeTurn();
            Fail(target, exception.Unwrap(), isRescue);
        }
    }

    private void Fail(ExecutableTarget target, Exception exception, bool isRescue)
    {
        var isInterrupted = _interruption.ExitCode != null && !isRescue;
        if (target.SummaryInformation.Count == 0)
        {
            build.ReportSummary(target, _ => isInterrupted
                ? _.AddPair("Interrupted", _interruption.SignalName)
                : _.AddPair(exception.GetType().Name, exception.Message.SplitLineBreaks()[0]));
        }
        if (isInterrupted)
            Log.Error("Target {TargetName:l} was interrupted: {Reason:l}", target.Name, exception.Message.SplitLineBreaks()[0]);
        else
            Log.Error(exception, "Target {TargetName:l} has thrown an exception", target.Name);
        target.Status = isInterrupted ? ExecutionStatus.Aborted : ExecutionStatus.Failed;
        build.Extensions.Raise<IOnTargetFailed>(x => x.OnTargetFailed(target));
        if (isInterrupted || (!target.ProceedAfterFailure && !isRescue))
            throw new TargetExecutionException(target.Name, exception);
    }
}
