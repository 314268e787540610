namespace Nuke.Common.ProjectModel;

/// <summary>A line of a solution file.</summary>
/// <param name="Id">By which other lines refer to it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Path">Relative to the solution, with forward slashes; a folder has its name here.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="ParentId">The folder it stands in; null at the top.</param>
internal sealed record SolutionEntry(string Id, string Name, string Path, bool IsFolder, string ParentId);
