namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>What an audit must hold to, new or changed.</summary>
internal static class RunRules
{
    public const double Pole = 90;
    public const double DateLine = 180;

    public static FieldErrors Check(AuditRunCreate form) => new FieldErrors().Members(form)
        .Require(form.Latitude is not null || form.Longitude is null, "latitude", "A position has both latitude and longitude.")
        .Require(form.Longitude is not null || form.Latitude is null, "longitude", "A position has both latitude and longitude.")
        .Require(form.ScheduledDate is null || form.DueDate is null || form.DueDate >= form.ScheduledDate, "due_date", "This is before scheduled_date.");
}
