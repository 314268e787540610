namespace Nuke.Common.Execution;

/// <summary>Called instead of a skipped target.</summary>
public interface IOnTargetSkipped : IBuildExtension
{
    void OnTargetSkipped(ExecutableTarget target);
}
