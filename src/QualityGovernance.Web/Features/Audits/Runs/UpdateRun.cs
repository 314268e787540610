using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>What is left out stays as it is.</summary>
public sealed record AuditRunUpdate(
    [Text(AuditRun.LongestTitle)] Optional<string?> Title,
    [Text(AuditRun.LongestLocation)] Optional<string?> Location,
    [Text(AuditRun.LongestLocationDetails)] Optional<string?> LocationDetails,
    [Range(-RunRules.Pole, RunRules.Pole)] Optional<double?> Latitude,
    [Range(-RunRules.DateLine, RunRules.DateLine)] Optional<double?> Longitude,
    [Dated] Optional<DateTimeOffset?> ScheduledDate,
    [Dated] Optional<DateTimeOffset?> DueDate,
    Optional<int?> AssignedToId,
    [Text(AuditRun.LongestNotes)] Optional<string?> Notes,
    [Required] Optional<AuditRunStatus?> Status)
{
    internal AuditRunCreate Over(AuditRun run) => new(
        run.TemplateId,
        Title.Or(run.Title),
        Location.Or(run.Location),
        LocationDetails.Or(run.LocationDetails),
        Latitude.Or(run.Latitude),
        Longitude.Or(run.Longitude),
        ScheduledDate.Or(run.ScheduledDate),
        DueDate.Or(run.DueDate),
        AssignedToId.Or(run.AssignedToId),
        Notes.Or(run.Notes));
}

internal static class UpdateRun
{
    public static async Task<Results<Ok<AuditRunResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "run_id")] int runId, AuditRunUpdate request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var emptied = new FieldErrors().Members(request);
        if (emptied.Any) return emptied.ToProblem();

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.Held<AuditRun>(runId));
        var judged = request.Status.Value == AuditRunStatus.Completed ? Completion.Ask(trip, runId, db) : null;
        var assigned = LinkedRecords.AskLink(trip, "assigned_to_id", request.AssignedToId.Value, db, LinkedRecords.Users);
        await trip.SendAsync(cancellation);
        if (held.One is not { } run) return ApiProblem.NotFound("Audit run", runId);
        var status = request.Status.Or(run.Status)!.Value;
        if (AuditRun.Life.RefusalToBecome(run.Status, status) is { } jump) return jump;
        if (run.IsFinal) return ApiProblem.Conflict($"The audit {run.ReferenceNumber} is {EnumNames.Of(run.Status)}; it does not change any more.");
        var (form, isOwnWork) = (request.Over(run), run.IsWorkOf(user.Id));
        var errors = RunRules.Check(form);
        assigned(errors, run.AssignedToId);
        if (errors.Any) return errors.ToProblem();

        form.ApplyTo(run);
        if (run.Status == AuditRunStatus.PendingReview && status == run.Status && db.ChangeTracker.HasChanges()) return UnderReview(run);
        if (Move(run, status, isOwnWork, user, judged, db, time) is { } refusal) return refusal;
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(AuditRunResponse.Of(run));
    }

    private static ProblemHttpResult UnderReview(AuditRun run) => ApiProblem.Conflict(
        $"The audit {run.ReferenceNumber} is under review, and does not change meanwhile. Approve it with the status completed, or return it with in_progress; both may come with changes.");

    private static ProblemHttpResult? Move(
        AuditRun run, AuditRunStatus status, bool isOwnWork, CurrentUser user, Func<(AuditTemplate Template, AuditSheet Sheet, IReadOnlyList<int?> Known)>? judged, QgpDbContext db, TimeProvider time)
    {
        switch (run.Status, status)
        {
            case var (from, to) when from == to:
                return null;
            case (AuditRunStatus.Scheduled, AuditRunStatus.InProgress):
                run.Start(time.Now());
                return null;
            case (AuditRunStatus.PendingReview, AuditRunStatus.InProgress):
                run.Return();
                return null;
            case (AuditRunStatus.PendingReview, AuditRunStatus.Completed) when !user.May(AuditsPermissions.ApproveRun):
                return ApiProblem.Forbidden($"Approving an audit needs the permission {AuditsPermissions.ApproveRun}.");
            case (AuditRunStatus.PendingReview, AuditRunStatus.Completed) when isOwnWork:
                return ApiProblem.Forbidden($"Nobody approves an audit that they have carried out or handed in themselves. Ask somebody else with the permission {AuditsPermissions.ApproveRun}.");
            case (AuditRunStatus.PendingReview, AuditRunStatus.Completed):
                Completion.Finish(run, judged!(), db, time.Now());
                return null;
            case (_, AuditRunStatus.Cancelled):
                run.Cancel();
                return null;
            default:
                return ApiProblem.Conflict($"The answers of the audit {run.ReferenceNumber} have to be judged first: send POST /api/v1/audits/runs/{run.Id}/complete.");
        }
    }
}
