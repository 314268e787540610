using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Standards.Controls;

internal static class ReadControls
{
    public static async Task<Results<Ok<ControlResponse>, ProblemHttpResult>> OneAsync([FromRoute(Name = "control_id")] int controlId, QgpDbContext db, CancellationToken cancellation) =>
        await db.Set<Control>().Where(control => control.Id == controlId).Select(ControlResponse.Projection).SingleOrDefaultAsync(cancellation) is { } control
            ? TypedResults.Ok(control)
            : ApiProblem.NotFound("Control", controlId);
}
