using System.Text.Json;

namespace QualityGovernance.Deployment.Workflows;

/// <summary>The targets and options that the build understands, as its schema lists them.</summary>
public sealed class BuildVocabulary
{
    private const string Start = "./build.sh";

    private readonly HashSet<string> targets;
    private readonly HashSet<string> options;

    private BuildVocabulary(IEnumerable<string> targets, IEnumerable<string> options)
    {
        this.targets = new(targets, StringComparer.OrdinalIgnoreCase);
        this.options = new(options, StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="schema">The text of <c>.nuke/build.schema.json</c>.</param>
    public static BuildVocabulary Read(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        var definitions = document.RootElement.GetProperty("definitions");
        return new(
            definitions.GetProperty("ExecutableTarget").GetProperty("enum").EnumerateArray().Select(name => name.GetString()!),
            [.. Names(document.RootElement.GetProperty("allOf")[0]), .. Names(definitions.GetProperty("NukeBuild"))]);
    }

    /// <summary>What is wrong with a command; null when the build understands it.</summary>
    public string? ProblemWith(string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [Start, ..]) return $"'{command}' is no command of the build: a step is {Start} with a target and options";
        var invoked = words.Skip(1).TakeWhile(word => !word.StartsWith('-')).ToList();
        if (invoked.Count == 0) return $"'{command}' names no target";
        if (invoked.Find(target => !targets.Contains(target)) is { } unknown) return $"'{command}' runs {unknown}, which is no target of the build";
        return words.Skip(1 + invoked.Count).Where(word => word.StartsWith('-')).Select(word => word.Split('=')[0])
            .FirstOrDefault(option => !option.StartsWith("--", StringComparison.Ordinal) || !options.Contains(option.Replace("-", "", StringComparison.Ordinal))) is { } wrong
            ? $"'{command}' has {wrong}, which is no option of the build"
            : null;
    }

    private static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);
}
