using Nuke.Common.Execution;
using Serilog;

/// <summary>An extension that says when it is called.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TraceAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnBuildInitialized, IOnTargetSucceeded, IOnBuildFinished
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) =>
        Log.Debug("trace: created with {Default}", executableTargets.Single(x => x.IsDefault).Name);

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan) =>
        Log.Debug("trace: initialized with {Count} of {All}", executionPlan.Count, executableTargets.Count > executionPlan.Count ? "more" : "all");

    public void OnTargetSucceeded(ExecutableTarget target) => Log.Debug("trace: {Target} succeeded", target.Name);

    public void OnBuildFinished() => Log.Debug("trace: finished, {Outcome}", Build.IsSucceeding ? "well" : "badly");
}
