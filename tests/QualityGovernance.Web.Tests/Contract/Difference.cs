namespace QualityGovernance.Web.Tests.Contract;

/// <param name="Place">Whether it is sent or answered, and its schema and name in the old document: <c>sent StandardCreate.effective_date</c>.</param>
/// <param name="Was">There.</param>
/// <param name="Is">Here.</param>
internal sealed record Difference(string Place, string Was, string Is)
{
    /// <summary>As it stands in the table of docs/api.md, without its reason.</summary>
    public override string ToString() => $"| `{Place}` | {Was} | {Is} |";
}
