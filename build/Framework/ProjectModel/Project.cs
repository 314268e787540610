using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A project of a solution. It stands for its path wherever one is expected.</summary>
public class Project : SolutionItem, IAbsolutePathHolder
{
    internal Project(SolutionEntry entry, Solution solution)
        : base(entry, solution)
    {
    }

    /// <summary>As it stands in the solution, relative to it.</summary>
    public string RelativePath => Entry.Path;

    public AbsolutePath Path => Solution.Directory / RelativePath;

    public string FileName => System.IO.Path.GetFileName(RelativePath);

    public AbsolutePath Directory => Path.Parent;

    public static implicit operator string(Project project) => project?.Path;

    public static implicit operator AbsolutePath(Project project) => project?.Path;
}
