using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Collisions;

public sealed record ThirdPartyResponse(
    int Id,
    int CollisionId,
    ThirdPartyRole Role,
    string Name,
    string? Phone,
    string? Email,
    string? VehicleRegistration,
    string? VehicleMakeModel,
    string? Insurer,
    string? InsuranceReference,
    bool? Injured,
    string? Injuries,
    string? Damage,
    string? Statement,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<ThirdParty, ThirdPartyResponse>
{
    public static Expression<Func<ThirdParty, ThirdPartyResponse>> Projection => party => new ThirdPartyResponse(
        party.Id,
        party.CollisionId,
        party.Role,
        party.Name,
        party.Phone,
        party.Email,
        party.VehicleRegistration,
        party.VehicleMakeModel,
        party.Insurer,
        party.InsuranceReference,
        party.Injured,
        party.Injuries,
        party.Damage,
        party.Statement,
        party.CreatedAt,
        party.UpdatedAt);
}
