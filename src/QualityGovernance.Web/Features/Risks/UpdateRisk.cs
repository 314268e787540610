using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Web.Features.Risks.Links;

namespace QualityGovernance.Web.Features.Risks;

/// <summary>What is left out stays as it is; the ids given replace those there are.</summary>
public sealed record RiskUpdate(
    [Required, Text(Risk.LongestTitle, Min = 1)] Optional<string?> Title,
    [Required, Text(Risk.LongestText, Min = 1)] Optional<string?> Description,
    [Required] Optional<RiskCategory?> Category,
    [Text(Risk.LongestSubcategory)] Optional<string?> Subcategory,
    [Text(Risk.LongestStatement)] Optional<string?> RiskSource,
    [Text(Risk.LongestStatement)] Optional<string?> RiskEvent,
    [Text(Risk.LongestStatement)] Optional<string?> RiskConsequence,
    [SetApart, Required, Range(1), Told(RiskRules.Step)] Optional<int?> Likelihood,
    [SetApart, Required, Range(1), Told(RiskRules.Step)] Optional<int?> Impact,
    Optional<int?> OwnerId,
    [Text(Risk.LongestDepartment)] Optional<string?> Department,
    [Required, Range(1, Risk.LongestReviewCycle)] Optional<int?> ReviewFrequencyMonths,
    [Dated] Optional<DateTimeOffset?> NextReviewDate,
    [SetApart, Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> ClauseIds,
    [SetApart, Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> ControlIds,
    [SetApart, Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> LinkedAuditIds,
    [SetApart, Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> LinkedIncidentIds,
    [SetApart, Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> LinkedPolicyIds,
    [Required] Optional<TreatmentStrategy?> TreatmentStrategy,
    [Text(Risk.LongestText)] Optional<string?> TreatmentPlan,
    [Dated] Optional<DateTimeOffset?> TreatmentDueDate,
    [Required] Optional<RiskStatus?> Status,
    [Required] Optional<bool?> IsActive) : IPartialUpdate<Risk>;

internal static class UpdateRisk
{
    public static async Task<Results<Ok<RiskResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "risk_id")] int riskId, RiskUpdate request, CurrentUser user, [FromServices] IEnumerable<IHiddenRecords> hidden, QgpSettings settings, QgpDbContext db, IUnfinishedActions actions, CancellationToken cancellation)
    {
        var errors = Check(request, settings.RiskMatrix);
        if (errors.Any) return errors.ToProblem();

        if (await db.Set<Risk>().Include(candidate => candidate.Links).OneAsync(riskId, cancellation) is not { } risk) return ApiProblem.NotFound("Risk", riskId);
        GivenIds[] links = [
            new(LinkKind.Clause, "clause_ids", request.ClauseIds),
            new(LinkKind.Control, "control_ids", request.ControlIds),
            new(LinkKind.Audit, "linked_audit_ids", request.LinkedAuditIds),
            new(LinkKind.Incident, "linked_incident_ids", request.LinkedIncidentIds),
            new(LinkKind.Policy, "linked_policy_ids", request.LinkedPolicyIds)];
        var status = request.Status.Or(risk.Status)!.Value;
        var trip = new RoundTrip(db);
        var (named, linked) = (errors.AskUser(trip, "owner_id", request.OwnerId.Value, db, risk.OwnerId), errors.AskLinks(trip, links, risk.Links, db, hidden.From(user)));
        var unfinished = status == RiskStatus.Closed && risk.Status != status ? actions.AskRefusal(trip, "risks", riskId) : null;
        await trip.SendAsync(cancellation);
        named();
        linked();
        if (errors.Any) return errors.ToProblem();
        if (Risk.Life.RefusalToBecome(risk.Status, status) is { } jump) return jump;
        if (unfinished?.Invoke() is { } refusal) return refusal;

        Apply(request, risk);
        // Links are rows of their own: the risk is written with them, so that its version says that it changed.
        if (risk.Links.Replace(links, (kind, id) => new RiskLink { Kind = kind, TargetId = id })) db.Touch(risk);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(RiskResponse.Of(risk, settings.RiskMatrix));
    }

    private static void Apply(RiskUpdate request, Risk risk)
    {
        request.ApplyTo(risk);
        risk.Rate(request.Likelihood.Or(risk.Likelihood)!.Value, request.Impact.Or(risk.Impact)!.Value);
    }

    private static FieldErrors Check(RiskUpdate request, RiskMatrix matrix) => new FieldErrors().Members(request)
        .Likelihood("likelihood", request.Likelihood.Value, matrix)
        .Impact("impact", request.Impact.Value, matrix);
}
