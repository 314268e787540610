using Microsoft.EntityFrameworkCore;
using QualityGovernance.Web.Features.Risks.Links;

namespace QualityGovernance.Web.Features.Risks.Controls;

/// <summary>What is left out stays as it is; the next test is planned anew when the last one or the cycle changes, unless a date is given.</summary>
public sealed record RiskControlUpdate(
    [Required, Text(RiskControl.LongestTitle, Min = 1)] Optional<string?> Title,
    [Text(RiskControl.LongestDescription)] Optional<string?> Description,
    [Required] Optional<RiskControlType?> ControlType,
    [Required] Optional<RiskControlStatus?> ImplementationStatus,
    Optional<ControlEffectiveness?> Effectiveness,
    Optional<int?> OwnerId,
    [SetApart, Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> ClauseIds,
    [SetApart, Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> ControlIds,
    [SetApart, Told(DateRules.Past)] Optional<DateTimeOffset?> LastTestedDate,
    [SetApart, Dated] Optional<DateTimeOffset?> NextTestDate,
    [SetApart, Range(1, RiskControl.LongestTestCycle)] Optional<int?> TestFrequencyMonths,
    [Required] Optional<bool?> IsActive) : IPartialUpdate<RiskControl>;

internal static class UpdateRiskControl
{
    public static async Task<Results<Ok<RiskControlResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "control_id")] int controlId, RiskControlUpdate request, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = Check(request, time);
        if (errors.Any) return errors.ToProblem();

        if (await ReadRiskControls.FindAsync(db, controlId, cancellation) is not { } control) return ApiProblem.NotFound("Control", controlId);
        GivenIds[] links = [new(LinkKind.Clause, "clause_ids", request.ClauseIds), new(LinkKind.Control, "control_ids", request.ControlIds)];
        var trip = new RoundTrip(db);
        var (named, linked) = (errors.AskUser(trip, "owner_id", request.OwnerId.Value, db, control.OwnerId), errors.AskLinks(trip, links, control.Links, db));
        await trip.SendAsync(cancellation);
        named();
        linked();
        var lastTested = RiskRules.Stored(request.LastTestedDate.Or(control.LastTestedDate));
        if (request.NextTestDate.HasValue) errors.TestsInOrder(lastTested, request.NextTestDate.Value);
        if (errors.Any) return errors.ToProblem();

        request.ApplyTo(control);
        control.PlanTests(lastTested, request.TestFrequencyMonths.Or(control.TestFrequencyMonths), time.Now());
        if (request.NextTestDate.HasValue) control.TestNextAt(RiskRules.Stored(request.NextTestDate.Value));
        if (control.Links.Replace(links, (kind, id) => new RiskControlLink { Kind = kind, TargetId = id })) db.Touch(control);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(RiskControlResponse.Of(control));
    }

    private static FieldErrors Check(RiskControlUpdate request, TimeProvider time) => new FieldErrors().Members(request)
        .Tests(request.LastTestedDate.Value, time);
}
