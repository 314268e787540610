using QualityGovernance.Web.Features.Standards.Clauses;

namespace QualityGovernance.Web.Features.Standards.Controls;

/// <param name="ControlNumber">Unique in the clause.</param>
/// <param name="Title">Of the control.</param>
/// <param name="ClauseId">The one of the path, if given.</param>
/// <param name="Description">What it asks for.</param>
/// <param name="ImplementationGuidance">How to do it.</param>
/// <param name="IsApplicable">If not, a justification is needed.</param>
/// <param name="ApplicabilityJustification">Why it applies, or why not.</param>
/// <param name="ImplementationStatus">How far it is put into practice.</param>
public sealed record ControlCreate(
    [Required, Text(Control.LongestNumber, Min = 1)] string? ControlNumber,
    [Required, Text(Control.LongestTitle, Min = 1)] string? Title,
    int? ClauseId = null,
    [Text(Control.LongestText)] string? Description = null,
    [Text(Control.LongestText)] string? ImplementationGuidance = null,
    bool IsApplicable = true,
    [Text(Control.LongestText)] string? ApplicabilityJustification = null,
    ImplementationStatus? ImplementationStatus = null);

internal static class CreateControl
{
    public static async Task<Results<Created<ControlResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "clause_id")] int clauseId, ControlCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request)
            .Justified(request.IsApplicable, request.ApplicabilityJustification)
            .Require(request.ClauseId is null || request.ClauseId == clauseId, "clause_id", "This is another clause than the one in the path.");
        if (errors.Any) return errors.ToProblem();

        var trip = new RoundTrip(db);
        var clause = trip.Ask(db.Set<Clause>().Where(candidate => candidate.Id == clauseId).Select(candidate => candidate.Id));
        var other = trip.Ask(db.Set<Control>().Where(candidate => candidate.ClauseId == clauseId && candidate.ControlNumber == request.ControlNumber).Select(candidate => candidate.Id));
        await trip.SendAsync(cancellation);
        if (!clause.Any) return ApiProblem.NotFound("Clause", clauseId);
        if (other.Any) return ControlRules.Taken(request.ControlNumber!);

        var control = new Control
        {
            ClauseId = clauseId,
            ControlNumber = request.ControlNumber!,
            Title = request.Title!,
            Description = request.Description,
            ImplementationGuidance = request.ImplementationGuidance,
            IsApplicable = request.IsApplicable,
            ApplicabilityJustification = request.ApplicabilityJustification,
            ImplementationStatus = request.ImplementationStatus,
        };
        db.Add(control);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/standards/controls/{control.Id}", ControlResponse.Of(control));
    }
}
