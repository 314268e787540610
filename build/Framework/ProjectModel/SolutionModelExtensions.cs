using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads solutions.</summary>
public static class SolutionModelExtensions
{
    public static Solution ReadSolution(this AbsolutePath path) => new(path, SolutionFile.Read(path));
}
