namespace QualityGovernance.Deployment.Contracts;

/// <summary>One method at one address, flattened: every place by its path, such as <c>items[].title</c>.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">Without a trailing slash.</param>
/// <param name="Parameters">By place and name, such as <c>query page</c>.</param>
/// <param name="Request">The body; empty without one.</param>
/// <param name="Answers">By status.</param>
public sealed record ApiOperation(
    string Method,
    string Path,
    IReadOnlyDictionary<string, ApiValue> Parameters,
    IReadOnlyDictionary<string, ApiValue> Request,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, ApiValue>> Answers)
{
    public override string ToString() => $"{Method} {Path}";
}
