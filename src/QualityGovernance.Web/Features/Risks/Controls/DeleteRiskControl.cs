namespace QualityGovernance.Web.Features.Risks.Controls;

internal static class DeleteRiskControl
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "control_id")] int controlId, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        if (await ReadRiskControls.FindAsync(db, controlId, cancellation) is not { } control) return ApiProblem.NotFound("Control", controlId);
        control.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
