namespace QualityGovernance.Deployment.Evidence.Comparison;

/// <summary>An option that is given more than once, which the engine of the build reads as its last occurrence alone.</summary>
public static class RepeatedOption
{
    /// <summary>The value of each occurrence, in order: <c>--run A --run=B</c> and <c>--run A B</c> are the same.</summary>
    public static IReadOnlyList<string> Values(IReadOnlyList<string> words, string name)
    {
        ArgumentNullException.ThrowIfNull(words);
        var values = new List<string>();
        var follows = false;
        foreach (var word in words)
        {
            if (word.StartsWith('-'))
            {
                var (option, value) = word.TrimStart('-').Split('=', 2) is [var left, var right] ? (left, right) : (word.TrimStart('-'), null);
                follows = option.Equals(name, StringComparison.OrdinalIgnoreCase) && value is null;
                if (value is not null && option.Equals(name, StringComparison.OrdinalIgnoreCase))
                    values.Add(value);
            }
            else if (follows)
            {
                values.Add(word);
            }
        }

        return values;
    }
}
