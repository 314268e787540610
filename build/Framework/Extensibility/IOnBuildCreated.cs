namespace Nuke.Common.Execution;

/// <summary>Called when the build object stands and its targets are known, before anything is planned.</summary>
public interface IOnBuildCreated : IBuildExtension
{
    void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets);
}
