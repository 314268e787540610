namespace Nuke.Common.Execution;

/// <summary>Called after the outcome is printed.</summary>
public interface IOnBuildFinished : IBuildExtension
{
    void OnBuildFinished();
}
