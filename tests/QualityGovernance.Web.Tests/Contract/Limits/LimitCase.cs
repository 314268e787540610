using QualityGovernance.Deployment.Contracts;

namespace QualityGovernance.Web.Tests.Contract.Limits;

/// <param name="Operation">That it is sent to.</param>
/// <param name="Place">In the body, or <c>query name</c>.</param>
/// <param name="Json">What is sent there; in an address as it stands.</param>
/// <param name="Kind">In words.</param>
/// <param name="IsRefused">422, naming the place; otherwise it must not be refused for the limit.</param>
internal sealed record LimitCase(ApiOperation Operation, string Place, string Json, string Kind, bool IsRefused)
{
    /// <summary>As an error names it.</summary>
    public string Field => Place.StartsWith("query ", StringComparison.Ordinal) ? Place["query ".Length..] : Place.Replace("[]", "[0]", StringComparison.Ordinal);

    public override string ToString() => $"{Operation}, {Place} with {Kind}";
}
