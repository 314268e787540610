using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common;

/// <summary>Base of a build: its targets are properties of type <see cref="Target"/>, of the class and of its components.</summary>
public abstract partial class NukeBuild : INukeBuild
{
    [Parameter("List of targets to be invoked. Default is '{default_target}'.", Name = BuiltInOptions.Target, Separator = "+")]
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => Planned(x => x.Invoked);

    [Parameter("List of targets to be skipped. Empty list skips all dependencies.", Name = BuiltInOptions.Skip, Separator = "+")]
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => Planned(x => x.Status == ExecutionStatus.Skipped);

    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; set; }
    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => Planned(x => x.Status == ExecutionStatus.Scheduled);
    public IReadOnlyCollection<ExecutableTarget> RunningTargets => Planned(x => x.Status == ExecutionStatus.Running);
    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => Planned(x => x.Status == ExecutionStatus.Aborted);
    public IReadOnlyCollection<ExecutableTarget> FailedTargets => Planned(x => x.Status == ExecutionStatus.Failed);
    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => Planned(x => x.Status == ExecutionStatus.Succeeded);
    public IReadOnlyCollection<ExecutableTarget> FinishedTargets => [.. FailedTargets, .. SucceededTargets];

    public bool IsSucceeding => !IsFailing;
    public bool IsFailing => Planned(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun).Count > 0;
    public bool IsFinished => Planned(x => x.Status is ExecutionStatus.Scheduled or ExecutionStatus.Running).Count == 0;

    public int? ExitCode { get; set; }

    [Parameter("Shows the execution plan as text; 'html' writes it as a page.")]
    public bool Plan { get; }

    [Parameter("Shows the help text for this build, or for the targets that are named.")]
    public bool Help { get; }

    [Parameter("Disables displaying the header.")]
    public bool NoLogo { get; set; }

    [Parameter("Indicates to continue a previously failed build attempt.")]
    public bool Continue { get; internal set; }

    [Parameter("Partition to use on CI.", List = false)]
    public Partition Partition { get; internal set; } = Partition.Single;

    internal IReadOnlyCollection<ExecutableTarget> ExecutableTargets { get; set; }

    /// <summary>Runs the build: what the program's Main returns.</summary>
    /// <param name="defaultTargetExpressions">Targets that run when none is named.</param>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() => BuildManager.Execute(defaultTargetExpressions);

    public void ReportSummary(Configure<Dictionary<string, string>> configurator = null) =>
        ReportSummary(RunningTargets.SingleOrError("A summary can only be reported while a target is running."), configurator);

    internal void ReportSummary(ExecutableTarget target, Configure<Dictionary<string, string>> configurator)
    {
        target.SummaryInformation = configurator?.Invoke([]) ?? [];
        Extensions.Raise<IOnTargetSummaryUpdated>(x => x.OnTargetSummaryUpdated(this, target));
    }

    private List<ExecutableTarget> Planned(Func<ExecutableTarget, bool> predicate) => (ExecutionPlan ?? []).Where(predicate).ToList();
}
