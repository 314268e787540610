namespace QualityGovernance.Deployment.CommandLines;

/// <summary>
/// What was typed, read as the genuine packages read it: targets first, then options with the words up to the next one. They pass over what they do not
/// understand, and take a default for what they cannot convert; a misspelled <c>--dry-run</c> would then change what it was meant to show.
/// </summary>
public static class TypedCommand
{
    /// <param name="words">What stands behind the name of the program.</param>
    /// <param name="schema">What the build understands.</param>
    /// <returns>A sentence for everything that is wrong with the options. A target that does not exist is not among them: every engine refuses it.</returns>
    public static IReadOnlyList<string> Problems(IReadOnlyList<string> words, BuildSchema schema)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(schema);
        var problems = new List<string>();
        for (var at = words.TakeWhile(word => !IsOption(word)).Count(); at < words.Count;)
        {
            var typed = words[at];
            var values = words.Skip(at + 1).TakeWhile(word => !IsOption(word)).ToList();
            if (ProblemWith(typed, values, schema) is { } problem) problems.Add(problem);
            at += 1 + values.Count;
        }

        return problems;
    }

    private static string? ProblemWith(string typed, List<string> values, BuildSchema schema)
    {
        if (schema.Option(typed) is { } option) return option.ProblemWith(typed, values);
        return typed.Split('=', 2) is [var name, var value] && schema.Option(name) is not null
            ? $"Option '{typed}' is one word, and the genuine packages read two: {name} {value}"
            : $"Option '{typed}' is not known. '--help' lists all options.";
    }

    private static bool IsOption(string word) => word.StartsWith('-');
}
