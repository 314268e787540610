using System.Text.RegularExpressions;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution as its file says. It stands for its path wherever one is expected.</summary>
public class Solution : IProjectContainer, IAbsolutePathHolder
{
    internal Solution(AbsolutePath path, IReadOnlyCollection<SolutionEntry> entries)
    {
        Path = path;
        AllSolutionFolders = entries.Where(x => x.IsFolder).Select(x => new SolutionFolder(x, this)).ToList();
        AllProjects = entries.Where(x => !x.IsFolder).Select(x => new Project(x, this)).ToList();
    }

    public AbsolutePath Path { get; set; }

    public string Name => Path?.NameWithoutExtension;

    public string FileName => Path?.Name;

    public AbsolutePath Directory => Path?.Parent;

    /// <summary>Every project, in whichever folder.</summary>
    public IReadOnlyCollection<Project> AllProjects { get; }

    /// <summary>Every folder, at whichever depth.</summary>
    public IReadOnlyCollection<SolutionFolder> AllSolutionFolders { get; }

    public IReadOnlyCollection<Project> Projects => AllProjects.Where(x => x.Parent == this).ToList();

    public IReadOnlyCollection<SolutionFolder> SolutionFolders => AllSolutionFolders.Where(x => x.Parent == this).ToList();

    IProjectContainer IProjectContainer.Parent => null;

    public static implicit operator string(Solution solution) => solution?.Path;

    public static implicit operator AbsolutePath(Solution solution) => solution?.Path;

    /// <summary>Every project whose name matches; <c>*</c> stands for any characters.</summary>
    public IEnumerable<Project> GetAllProjects(string wildcardPattern)
    {
        var pattern = $"^{Regex.Escape(wildcardPattern).Replace("\\*", ".*", StringComparison.Ordinal)}$";
        return AllProjects.Where(x => Regex.IsMatch(x.Name, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    internal SolutionFolder FindFolder(string id) =>
        id == null ? null : AllSolutionFolders.FirstOrDefault(x => x.Entry.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
