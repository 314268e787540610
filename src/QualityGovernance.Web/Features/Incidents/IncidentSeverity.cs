namespace QualityGovernance.Web.Features.Incidents;

public enum IncidentSeverity
{
    Critical,
    High,
    Medium,
    Low,
    Negligible,
}
