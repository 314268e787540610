namespace QualityGovernance.Web.Features.Incidents;

/// <summary>What both a report and a correction must hold to.</summary>
internal static class IncidentRules
{
    public static FieldErrors IncidentDate(this FieldErrors errors, DateTimeOffset? value, TimeProvider time) => errors.Happened("incident_date", value, time);
}
