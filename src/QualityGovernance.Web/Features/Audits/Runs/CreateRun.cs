using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

public sealed record AuditRunCreate(
    [Required] int? TemplateId,
    [Text(AuditRun.LongestTitle)] string? Title = null,
    [Text(AuditRun.LongestLocation)] string? Location = null,
    [Text(AuditRun.LongestLocationDetails)] string? LocationDetails = null,
    [Range(-RunRules.Pole, RunRules.Pole)] double? Latitude = null,
    [Range(-RunRules.DateLine, RunRules.DateLine)] double? Longitude = null,
    [Dated] DateTimeOffset? ScheduledDate = null,
    [Dated] DateTimeOffset? DueDate = null,
    int? AssignedToId = null,
    [Text(AuditRun.LongestNotes)] string? Notes = null)
{
    internal void ApplyTo(AuditRun run)
    {
        run.Title = Title;
        run.Location = Location;
        run.LocationDetails = LocationDetails;
        run.Latitude = Latitude;
        run.Longitude = Longitude;
        run.ScheduledDate = ScheduledDate is { } scheduled ? Clock.Stored(scheduled) : null;
        run.DueDate = DueDate is { } due ? Clock.Stored(due) : null;
        run.AssignedToId = AssignedToId;
        run.Notes = Notes;
    }
}

internal static class CreateRun
{
    public static async Task<Results<Created<AuditRunResponse>, ProblemHttpResult>> HandleAsync(
        AuditRunCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = RunRules.Check(request);
        if (errors.Any) return errors.ToProblem();

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.Held<AuditTemplate>(request.TemplateId!.Value));
        var assigned = LinkedRecords.AskLink(trip, "assigned_to_id", request.AssignedToId, db, LinkedRecords.Users);
        await trip.SendAsync(cancellation);
        assigned(errors, null);
        if (errors.Any) return errors.ToProblem();
        if (held.One is not { } template) return ApiProblem.Validation("template_id", $"There is no audit template {request.TemplateId}.");
        if (!template.IsPublished) return ApiProblem.Conflict($"The audit template {template.ReferenceNumber} is a draft. Publish it with POST /api/v1/audits/templates/{template.Id}/publish.");
        if (!template.IsActive) return ApiProblem.Conflict($"The audit template {template.ReferenceNumber} is out of use. Use its latest version, or send is_active true with PATCH /api/v1/audits/templates/{template.Id}.");

        var run = new AuditRun { TemplateId = template.Id, TemplateVersion = template.Version };
        request.ApplyTo(run);
        db.Add(run);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Created($"/api/v1/audits/runs/{run.Id}", AuditRunResponse.Of(run));
    }
}
