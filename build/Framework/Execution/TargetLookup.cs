using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Finds targets by the names that users type: case and dashes do not count.</summary>
internal static class TargetLookup
{
    public static bool IsName(ExecutableTarget target, string name) =>
        target.Name.EqualsOrdinalIgnoreCase(name.Replace("-", string.Empty));

    /// <summary>The targets named; for each unknown name a problem, with a suggestion.</summary>
    public static IReadOnlyList<ExecutableTarget> Find(IReadOnlyList<ExecutableTarget> targets, IEnumerable<string> names, ICollection<string> problems)
    {
        var found = new List<ExecutableTarget>();
        var unknown = new List<string>();
        foreach (var name in names)
        {
            if (targets.FirstOrDefault(x => IsName(x, name)) is { } target)
                found.Add(target);
            else
                unknown.Add(name);
        }
        foreach (var name in unknown)
            problems.Add($"Target with name '{name}' does not exist.{Suggestion.For(name, targets.Select(x => x.Name))}");
        if (unknown.Count > 0)
            problems.Add(string.Join(Environment.NewLine, ["Available targets are:", .. targets.Select(x => $"  - {x.Name}").Order(StringComparer.OrdinalIgnoreCase)]));
        return found;
    }
}
