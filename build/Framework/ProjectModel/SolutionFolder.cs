namespace Nuke.Common.ProjectModel;

/// <summary>A folder that exists in the solution only.</summary>
public class SolutionFolder : SolutionItem, IProjectContainer
{
    internal SolutionFolder(SolutionEntry entry, Solution solution)
        : base(entry, solution)
    {
    }

    public IReadOnlyCollection<Project> Projects => Solution.AllProjects.Where(x => x.Parent == this).ToList();

    public IReadOnlyCollection<SolutionFolder> SolutionFolders => Solution.AllSolutionFolders.Where(x => x.Parent == this).ToList();
}
