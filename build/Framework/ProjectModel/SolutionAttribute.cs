using System.Reflection;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>
/// Injects the solution: the one at <paramref name="relativePath"/>, else the one given as a parameter of the member's name,
/// else the only one in the root directory.
/// </summary>
public class SolutionAttribute(string relativePath)
    : ParameterAttribute($"Path to a solution file that is automatically loaded.{(relativePath != null ? $" Default is {relativePath}." : string.Empty)}")
{
    public SolutionAttribute()
        : this(relativePath: null)
    {
    }

    public override bool List { get; set; }

    public override object GetValue(MemberInfo member, object instance)
    {
        var root = Build.RootDirectory;
        return (relativePath != null ? root / relativePath : GetGivenPath(member) ?? GetOnlySolution(root, member)).ReadSolution();
    }

    private static AbsolutePath GetGivenPath(MemberInfo member) =>
        ParameterService.Sources.Find(ParameterService.Catalog.Find(member)) is { Words: [var word] } value
            ? (AbsolutePath)ValueConverter.Convert([word], typeof(AbsolutePath), value.PathBase)
            : null;

    private static AbsolutePath GetOnlySolution(AbsolutePath root, MemberInfo member)
    {
        var solutions = Directory.GetFiles(root, "*.sln");
        return solutions.Length == 1
            ? solutions[0]
            : throw new InvalidOperationException(
                $"'{root}' holds {solutions.Length} solutions. Name the one for '{member.Name}' in .nuke/parameters.json: \"{member.Name}\": \"<path>.sln\".");
    }
}
