namespace QualityGovernance.Deployment.Documents.Runbook;

/// <summary>An option, as the build's schema describes it.</summary>
/// <param name="Name">Of its parameter: <c>DryRun</c>.</param>
/// <param name="Description">What <c>--help</c> says of it; null where nobody wrote anything.</param>
/// <param name="IsSwitch">It is given without a value.</param>
/// <param name="IsList">It takes several values.</param>
/// <param name="Values">The only ones that it takes; empty where anything may stand.</param>
public sealed record DescribedOption(string Name, string? Description, bool IsSwitch, bool IsList, IReadOnlyList<string> Values)
{
    /// <summary>As it is typed: <c>--dry-run</c>.</summary>
    public string Typed => "--" + TypedNameOf(Name);

    public static string TypedNameOf(string parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return string.Concat(parameter.Select((c, index) => char.IsAsciiLetterUpper(c) && index > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
    }
}
