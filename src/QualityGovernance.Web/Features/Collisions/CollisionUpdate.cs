using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Collisions;

/// <summary>What is left out stays as it is.</summary>
public sealed record CollisionUpdate(
    [Required, Text(Collision.LongestTitle, Min = 1)] Optional<string?> Title,
    [Required, Text(Collision.LongestText, Min = 1)] Optional<string?> Description,
    [Required] Optional<DateTimeOffset?> CollisionDate,
    [Required] Optional<CollisionSeverity?> Severity,
    [SetApart, Required] Optional<CollisionStatus?> Status,
    [Text(Collision.LongestTitle)] Optional<string?> Location,
    Optional<Weather?> Weather,
    Optional<RoadSurface?> RoadSurface,
    [Range(1, Collision.HighestSpeedLimit)] Optional<int?> SpeedLimit,
    [Required] Optional<Fault?> Fault,
    [Text(Collision.LongestRegistration)] Optional<string?> VehicleRegistration,
    [Text(Collision.LongestName)] Optional<string?> VehicleMakeModel,
    [Text(Collision.LongestText)] Optional<string?> VehicleDamage,
    Optional<int?> DriverId,
    [Text(Collision.LongestName)] Optional<string?> DriverName,
    Optional<bool?> DriverInjured,
    [Text(Collision.LongestText)] Optional<string?> DriverInjuries,
    [Text(Collision.LongestText)] Optional<string?> DriverStatement,
    Optional<bool?> PoliceAttended,
    [Text(Collision.LongestName)] Optional<string?> PoliceForce,
    [Text(Collision.LongestReference)] Optional<string?> PoliceReference,
    [Text(Collision.LongestName)] Optional<string?> Insurer,
    [Text(Collision.LongestReference)] Optional<string?> InsuranceReference,
    Optional<DateTimeOffset?> InsurerNotifiedAt,
    [Text(Collision.LongestText)] Optional<string?> InsuranceNotes,
    Optional<int?> InvestigatorId) : IPartialUpdate<Collision>;
