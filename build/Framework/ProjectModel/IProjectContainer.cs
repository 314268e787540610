namespace Nuke.Common.ProjectModel;

/// <summary>A solution or a folder in it.</summary>
public interface IProjectContainer
{
    /// <summary>The folder or solution it stands in; null for a solution.</summary>
    IProjectContainer Parent { get; }

    /// <summary>Projects that stand directly in it.</summary>
    IReadOnlyCollection<Project> Projects { get; }

    /// <summary>Folders that stand directly in it.</summary>
    IReadOnlyCollection<SolutionFolder> SolutionFolders { get; }
}
