using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Incidents;

/// <summary>What both a report and a correction must hold to.</summary>
internal static class IncidentRules
{
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Clocks and time zones differ; an incident of tomorrow is still a mistake.
    private static readonly TimeSpan Leeway = TimeSpan.FromDays(1);

    public static FieldErrors IncidentDate(this FieldErrors errors, DateTimeOffset? value, TimeProvider time) =>
        value is not { } date ? errors : errors
            .Require(date >= Earliest, "incident_date", "This is before 1900.")
            .Require(date <= time.GetUtcNow() + Leeway, "incident_date", "This is in the future.");
}
