namespace QualityGovernance.Web.Features.Incidents;

public enum IncidentType
{
    Injury,
    NearMiss,
    Hazard,
    PropertyDamage,
    Environmental,
    Security,
    Quality,
    Other,
}
