namespace QualityGovernance.Web.Features.Collisions;

/// <summary>The worst that happened to anybody or anything.</summary>
public enum CollisionSeverity
{
    Fatal,
    SeriousInjury,
    MinorInjury,
    DamageOnly,
    NearMiss,
}
