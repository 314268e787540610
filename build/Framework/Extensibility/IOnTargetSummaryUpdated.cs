namespace Nuke.Common.Execution;

/// <summary>Called when a target has reported its summary.</summary>
public interface IOnTargetSummaryUpdated : IBuildExtension
{
    void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target);
}
