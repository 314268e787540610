using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Collisions;

/// <summary>What is left out stays as it is.</summary>
public sealed record CollisionUpdate(
    Optional<string?> Title,
    Optional<string?> Description,
    Optional<DateTimeOffset?> CollisionDate,
    Optional<CollisionSeverity?> Severity,
    Optional<CollisionStatus?> Status,
    Optional<string?> Location,
    Optional<Weather?> Weather,
    Optional<RoadSurface?> RoadSurface,
    Optional<int?> SpeedLimit,
    Optional<Fault?> Fault,
    Optional<string?> VehicleRegistration,
    Optional<string?> VehicleMakeModel,
    Optional<string?> VehicleDamage,
    Optional<int?> DriverId,
    Optional<string?> DriverName,
    Optional<bool?> DriverInjured,
    Optional<string?> DriverInjuries,
    Optional<string?> DriverStatement,
    Optional<bool?> PoliceAttended,
    Optional<string?> PoliceForce,
    Optional<string?> PoliceReference,
    Optional<string?> Insurer,
    Optional<string?> InsuranceReference,
    Optional<DateTimeOffset?> InsurerNotifiedAt,
    Optional<string?> InsuranceNotes,
    Optional<int?> InvestigatorId);
