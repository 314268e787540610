namespace QualityGovernance.Deployment.Stacks;

/// <summary>Reads NAME=VALUE lines as compose does, so that both see the same values.</summary>
public static class EnvironmentFile
{
    /// <exception cref="DeploymentException">The file is not there, or a line is none of these; says which, and never a value.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        if (!File.Exists(path))
            throw new DeploymentException($"There is no environment file {path}.", "cp .env.sandbox.example .env.sandbox");
        return Parse(File.ReadAllLines(path), path);
    }

    internal static IReadOnlyDictionary<string, string> Parse(IReadOnlyList<string> lines, string name)
    {
        var values = new Dictionary<string, string>();
        for (var number = 1; number <= lines.Count; number++)
        {
            var line = lines[number - 1].Trim();
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || line[..at].Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
                throw new DeploymentException($"Line {number} of {name} is neither NAME=VALUE nor a comment.");
            if (!values.TryAdd(line[..at], Unquoted(line[(at + 1)..])))
                throw new DeploymentException($"Line {number} of {name} sets {line[..at]} a second time. Keep one of the two.");
        }

        return values;
    }

    private static string Unquoted(string value)
    {
        value = value.Trim();
        return value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\'' ? value[1..^1] : value;
    }
}
