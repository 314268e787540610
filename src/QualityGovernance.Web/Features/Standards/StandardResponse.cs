using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Standards;

public record StandardResponse(
    int Id,
    string Code,
    string Name,
    string FullName,
    string Version,
    string? Description,
    DateOnly? EffectiveDate,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<Standard, StandardResponse>
{
    public static Expression<Func<Standard, StandardResponse>> Projection => standard => new StandardResponse(
        standard.Id,
        standard.Code,
        standard.Name,
        standard.FullName,
        standard.Version,
        standard.Description,
        standard.EffectiveDate,
        standard.IsActive,
        standard.CreatedAt,
        standard.UpdatedAt);
}
