namespace Nuke.Common.ProjectModel;

/// <summary>Looks up what stands directly in a solution or folder.</summary>
public static class ProjectContainerExtensions
{
    /// <summary>The folder of that name; null when there is none.</summary>
    public static SolutionFolder GetSolutionFolder(this IProjectContainer container, string name) =>
        container.SolutionFolders.SingleOrDefault(x => x.Name == name);

    /// <summary>The project of that name; null when there is none.</summary>
    public static Project GetProject(this IProjectContainer container, string name) =>
        container.Projects.SingleOrDefault(x => x.Name == name);
}
