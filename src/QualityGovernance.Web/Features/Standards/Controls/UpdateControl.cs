using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Standards.Controls;

/// <summary>What is left out stays as it is.</summary>
public sealed record ControlUpdate(
    [Required, Text(Control.LongestNumber, Min = 1)] Optional<string?> ControlNumber,
    [Required, Text(Control.LongestTitle, Min = 1)] Optional<string?> Title,
    [Text(Control.LongestText)] Optional<string?> Description,
    [Text(Control.LongestText)] Optional<string?> ImplementationGuidance,
    [Required] Optional<bool?> IsApplicable,
    [Text(Control.LongestText)] Optional<string?> ApplicabilityJustification,
    Optional<ImplementationStatus?> ImplementationStatus,
    [Required] Optional<bool?> IsActive) : IPartialUpdate<Control>;

internal static class UpdateControl
{
    public static async Task<Results<Ok<ControlResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "control_id")] int controlId, ControlUpdate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        if (await db.OneAsync<Control>(controlId, cancellation) is not { } control) return ApiProblem.NotFound("Control", controlId);
        var isApplicable = request.IsApplicable.Or(control.IsApplicable)!.Value;
        var justification = request.ApplicabilityJustification.Or(control.ApplicabilityJustification);
        if (new FieldErrors().Justified(isApplicable, justification) is { Any: true } unjustified) return unjustified.ToProblem();
        var number = request.ControlNumber.Or(control.ControlNumber)!;
        if (number != control.ControlNumber && await db.Set<Control>().AnyAsync(other => other.ClauseId == control.ClauseId && other.ControlNumber == number, cancellation))
            return ControlRules.Taken(number);

        request.ApplyTo(control);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(ControlResponse.Of(control));
    }
}
