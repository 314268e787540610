namespace Nuke.Common.Execution;

/// <summary>Called after a target has thrown.</summary>
public interface IOnTargetFailed : IBuildExtension
{
    void OnTargetFailed(ExecutableTarget target);
}
