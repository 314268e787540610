namespace Nuke.Common.Execution;

/// <summary>Called when the plan is made, before conditions and requirements are looked at.</summary>
public interface IOnBuildInitialized : IBuildExtension
{
    void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan);
}
