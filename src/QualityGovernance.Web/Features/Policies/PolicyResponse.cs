using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Policies;

public sealed record PolicyResponse(
    int Id,
    string ReferenceNumber,
    string Title,
    string? Description,
    DocumentType DocumentType,
    DocumentStatus Status,
    int? CreatedById,
    int? UpdatedById,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    private static readonly Func<Policy, PolicyResponse> Compiled = Projection.Compile();

    public static Expression<Func<Policy, PolicyResponse>> Projection => policy => new PolicyResponse(
        policy.Id,
        policy.ReferenceNumber,
        policy.Title,
        policy.Description,
        policy.DocumentType,
        policy.Status,
        policy.CreatedById,
        policy.UpdatedById,
        policy.CreatedAt,
        policy.UpdatedAt);

    public static PolicyResponse Of(Policy policy) => Compiled(policy);
}
