using QualityGovernance.Web.Features.Risks.Links;

namespace QualityGovernance.Web.Features.Risks.Controls;

/// <summary>Without a date of its own the next test follows from the last one and the cycle.</summary>
public sealed record RiskControlCreate(
    [Required, Text(RiskControl.LongestTitle, Min = 1)] string? Title,
    [Text(RiskControl.LongestDescription)] string? Description = null,
    RiskControlType ControlType = RiskControlType.Preventive,
    RiskControlStatus ImplementationStatus = RiskControlStatus.Planned,
    ControlEffectiveness? Effectiveness = null,
    int? OwnerId = null,
    [Items(LinkRules.Most)] IReadOnlyList<int>? ClauseIds = null,
    [Items(LinkRules.Most)] IReadOnlyList<int>? ControlIds = null,
    [Told(DateRules.Past)] DateTimeOffset? LastTestedDate = null,
    [Dated] DateTimeOffset? NextTestDate = null,
    [Range(1, RiskControl.LongestTestCycle)] int? TestFrequencyMonths = null);

internal static class CreateRiskControl
{
    public static async Task<Results<Created<RiskControlResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "risk_id")] int riskId, RiskControlCreate request, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request)
            .Tests(request.LastTestedDate, time)
            .TestsInOrder(request.LastTestedDate, request.NextTestDate);
        if (errors.Any) return errors.ToProblem();
        GivenIds[] links = [new(LinkKind.Clause, "clause_ids", new(request.ClauseIds)), new(LinkKind.Control, "control_ids", new(request.ControlIds))];
        var trip = new RoundTrip(db);
        var risk = trip.Ask(db.Set<Risk>().Where(candidate => candidate.Id == riskId).Select(candidate => candidate.Id));
        var (owner, linked) = (errors.AskUser(trip, "owner_id", request.OwnerId, db), errors.AskLinks(trip, links, [], db));
        await trip.SendAsync(cancellation);
        if (!risk.Any) return ApiProblem.NotFound("Risk", riskId);
        owner();
        linked();
        if (errors.Any) return errors.ToProblem();

        var control = new RiskControl
        {
            RiskId = riskId,
            Title = request.Title!,
            Description = request.Description,
            ControlType = request.ControlType,
            ImplementationStatus = request.ImplementationStatus,
            Effectiveness = request.Effectiveness,
            OwnerId = request.OwnerId,
        };
        control.PlanTests(RiskRules.Stored(request.LastTestedDate), request.TestFrequencyMonths, time.Now());
        if (request.NextTestDate is not null) control.TestNextAt(RiskRules.Stored(request.NextTestDate));
        control.Links.Replace(links, (kind, id) => new RiskControlLink { Kind = kind, TargetId = id });
        db.Add(control);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/risks/{riskId}/controls", RiskControlResponse.Of(control));
    }
}
