using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Standards.Controls;

internal static class ReadControls
{
    public static Task<Results<Ok<ControlResponse>, ProblemHttpResult>> OneAsync([FromRoute(Name = "control_id")] int controlId, QgpDbContext db, CancellationToken cancellation) =>
        db.Set<Control>().ShowAsync(ControlResponse.Projection, "Control", controlId, cancellation);
}
