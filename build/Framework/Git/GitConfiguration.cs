namespace Nuke.Common.Git;

/// <summary>The lines of a git configuration file: <c>[section "name"]</c>, then <c>key = value</c>.</summary>
internal sealed class GitConfiguration(IReadOnlyList<string> lines)
{
    /// <summary>The value; null when it is not set.</summary>
    public string Get(string section, string name, string key) =>
        lines
            .Select(x => x.Trim())
            .SkipWhile(x => x != $"[{section} \"{name}\"]")
            .Skip(1)
            .TakeWhile(x => !x.StartsWith('['))
            .Select(x => x.Split('=', 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(x => x.Length == 2 && x[0].Equals(key, StringComparison.OrdinalIgnoreCase))?[1];
}
