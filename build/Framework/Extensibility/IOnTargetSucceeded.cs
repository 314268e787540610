namespace Nuke.Common.Execution;

/// <summary>Called after the actions of a target.</summary>
public interface IOnTargetSucceeded : IBuildExtension
{
    void OnTargetSucceeded(ExecutableTarget target);
}
