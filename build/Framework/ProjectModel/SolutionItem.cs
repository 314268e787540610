namespace Nuke.Common.ProjectModel;

/// <summary>A project or folder of a solution.</summary>
public class SolutionItem
{
    private readonly SolutionEntry _entry;

    internal SolutionItem(SolutionEntry entry, Solution solution)
    {
        _entry = entry;
        Solution = solution;
    }

    public string Name => _entry.Name;

    public Solution Solution { get; }

    public IProjectContainer Parent => Solution.FindFolder(_entry.ParentId) ?? (IProjectContainer)Solution;

    internal SolutionEntry Entry => _entry;

    public override string ToString() => Name;
}
