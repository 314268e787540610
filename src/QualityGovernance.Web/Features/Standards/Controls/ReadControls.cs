namespace QualityGovernance.Web.Features.Standards.Controls;

internal static class ReadControls
{
    public static Task<Results<Ok<ControlResponse>, ProblemHttpResult>> OneAsync([FromRoute(Name = "control_id")] int controlId, QgpDbContext db, CancellationToken cancellation) =>
        db.Set<Control>().ShowAsync(ControlResponse.Projection, "Control", controlId, cancellation);
}
