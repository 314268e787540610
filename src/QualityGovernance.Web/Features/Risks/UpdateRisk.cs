using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
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
    [Required, Range(1)] Optional<int?> Likelihood,
    [Required, Range(1)] Optional<int?> Impact,
    Optional<int?> OwnerId,
    [Text(Risk.LongestDepartment)] Optional<string?> Department,
    [Required, Range(1, Risk.LongestReviewCycle)] Optional<int?> ReviewFrequencyMonths,
    Optional<DateTimeOffset?> NextReviewDate,
    [Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> ClauseIds,
    [Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> ControlIds,
    [Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> LinkedAuditIds,
    [Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> LinkedIncidentIds,
    [Items(LinkRules.Most)] Optional<IReadOnlyList<int>?> LinkedPolicyIds,
    [Required] Optional<TreatmentStrategy?> TreatmentStrategy,
    [Text(Risk.LongestText)] Optional<string?> TreatmentPlan,
    Optional<DateTimeOffset?> TreatmentDueDate,
    [Required] Optional<RiskStatus?> Status,
    [Required] Optional<bool?> IsActive);

internal static class UpdateRisk
{
    public static async Task<Results<Ok<RiskResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "risk_id")] int riskId, RiskUpdate request, QgpSettings settings, QgpDbContext db, IUnfinishedActions actions, CancellationToken cancellation)
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
        var owner = request.OwnerId.Or(risk.OwnerId);
        var status = request.Status.Or(risk.Status)!.Value;
        var trip = new RoundTrip(db);
        var (named, linked) = (errors.AskUser(trip, "owner_id", owner != risk.OwnerId ? owner : null, db), errors.AskLinks(trip, links, risk.Links, db));
        var unfinished = status == RiskStatus.Closed && risk.Status != status ? actions.AskRefusal(trip, "risks", riskId) : null;
        await trip.SendAsync(cancellation);
        named();
        linked();
        if (errors.Any) return errors.ToProblem();
        if (Risk.Life.RefusalToBecome(risk.Status, status) is { } jump) return jump;
        if (unfinished?.Invoke() is { } refusal) return refusal;

        Apply(request, risk);
        risk.OwnerId = owner;
        risk.Status = status;
        // Links are rows of their own: the risk is written with them, so that its version says that it changed.
        if (risk.Links.Replace(links, (kind, id) => new RiskLink { Kind = kind, TargetId = id })) db.Entry(risk).Property(record => record.UpdatedAt).IsModified = true;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(RiskResponse.Of(risk, settings.RiskMatrix));
    }

    private static void Apply(RiskUpdate request, Risk risk)
    {
        risk.Title = request.Title.Or(risk.Title)!;
        risk.Description = request.Description.Or(risk.Description)!;
        risk.Category = request.Category.Or(risk.Category)!.Value;
        risk.Subcategory = request.Subcategory.Or(risk.Subcategory);
        risk.RiskSource = request.RiskSource.Or(risk.RiskSource);
        risk.RiskEvent = request.RiskEvent.Or(risk.RiskEvent);
        risk.RiskConsequence = request.RiskConsequence.Or(risk.RiskConsequence);
        risk.Rate(request.Likelihood.Or(risk.Likelihood)!.Value, request.Impact.Or(risk.Impact)!.Value);
        risk.Department = request.Department.Or(risk.Department);
        risk.ReviewFrequencyMonths = request.ReviewFrequencyMonths.Or(risk.ReviewFrequencyMonths)!.Value;
        risk.NextReviewDate = RiskRules.Stored(request.NextReviewDate.Or(risk.NextReviewDate));
        risk.TreatmentStrategy = request.TreatmentStrategy.Or(risk.TreatmentStrategy)!.Value;
        risk.TreatmentPlan = request.TreatmentPlan.Or(risk.TreatmentPlan);
        risk.TreatmentDueDate = RiskRules.Stored(request.TreatmentDueDate.Or(risk.TreatmentDueDate));
        risk.IsActive = request.IsActive.Or(risk.IsActive)!.Value;
    }

    private static FieldErrors Check(RiskUpdate request, RiskMatrix matrix) => new FieldErrors().Members(request)
        .Likelihood("likelihood", request.Likelihood.Value, matrix)
        .Impact("impact", request.Impact.Value, matrix)
        .Date("next_review_date", request.NextReviewDate.Value)
        .Date("treatment_due_date", request.TreatmentDueDate.Value);
}
