namespace QualityGovernance.Deployment.Evidence.Comparison;

/// <param name="What">The row is about.</param>
/// <param name="A">In the one run.</param>
/// <param name="B">In the other.</param>
/// <param name="Differs">By more than chance would make it differ.</param>
/// <param name="IsWorse">B is worse.</param>
public sealed record ComparedRow(string What, string A, string B, bool Differs, bool IsWorse)
{
    internal static ComparedRow Of(string what, string a, string b, bool isWorse = false) => new(what, a, b, a != b, isWorse && a != b);
}
