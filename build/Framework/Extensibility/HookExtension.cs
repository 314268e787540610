namespace Nuke.Common.Execution;

/// <summary>Calls the hooks that a build class overrides, after all extensions.</summary>
internal sealed class HookExtension(NukeBuild build) :
    IOnBuildCreated, IOnBuildInitialized, IOnTargetRunning, IOnTargetSkipped, IOnTargetSucceeded, IOnTargetFailed, IOnBuildFinished
{
    public float Priority => float.MinValue;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => build.RaiseBuildCreated();

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan) =>
        build.RaiseBuildInitialized();

    public void OnTargetRunning(ExecutableTarget target) => build.RaiseTargetRunning(target.Name);

    public void OnTargetSkipped(ExecutableTarget target) => build.RaiseTargetSkipped(target.Name);

    public void OnTargetSucceeded(ExecutableTarget target) => build.RaiseTargetSucceeded(target.Name);

    public void OnTargetFailed(ExecutableTarget target) => build.RaiseTargetFailed(target.Name);

    public void OnBuildFinished() => build.RaiseBuildFinished();
}
