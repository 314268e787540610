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
    Optional<string?> Title,
    Optional<string?> Description,
    Optional<RiskCategory?> Category,
    Optional<string?> Subcategory,
    Optional<string?> RiskSource,
    Optional<string?> RiskEvent,
    Optional<string?> RiskConsequence,
    Optional<int?> Likelihood,
    Optional<int?> Impact,
    Optional<int?> OwnerId,
    Optional<string?> Department,
    Optional<int?> ReviewFrequencyMonths,
    Optional<DateTimeOffset?> NextReviewDate,
    Optional<IReadOnlyList<int>?> ClauseIds,
    Optional<IReadOnlyList<int>?> ControlIds,
    Optional<IReadOnlyList<int>?> LinkedAuditIds,
    Optional<IReadOnlyList<int>?> LinkedIncidentIds,
    Optional<IReadOnlyList<int>?> LinkedPolicyIds,
    Optional<TreatmentStrategy?> TreatmentStrategy,
    Optional<string?> TreatmentPlan,
    Optional<DateTimeOffset?> TreatmentDueDate,
    Optional<RiskStatus?> Status,
    Optional<bool?> IsActive);

internal static class UpdateRisk
{
    public static async Task<Results<Ok<RiskResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "risk_id")] int riskId, RiskUpdate request, QgpSettings settings, QgpDbContext db, IUnfinishedActions actions, CancellationToken cancellation)
    {
        var errors = Check(request, settings.RiskMatrix);
        if (errors.Any) return errors.ToProblem();

        var risk = await db.Set<Risk>().Include(candidate => candidate.Links).SingleOrDefaultAsync(candidate => candidate.Id == riskId, cancellation);
        if (risk is null) return ApiProblem.NotFound("Risk", riskId);
        GivenIds[] links = [
            new(LinkKind.Clause, "clause_ids", request.ClauseIds),
            new(LinkKind.Control, "control_ids", request.ControlIds),
            new(LinkKind.Audit, "linked_audit_ids", request.LinkedAuditIds),
            new(LinkKind.Incident, "linked_incident_ids", request.LinkedIncidentIds),
            new(LinkKind.Policy, "linked_policy_ids", request.LinkedPolicyIds)];
        var owner = request.OwnerId.Or(risk.OwnerId);
        if (owner != risk.OwnerId) await errors.UserAsync("owner_id", owner, db, cancellation);
        await errors.LinksAsync(links, risk.Links, db, cancellation);
        if (errors.Any) return errors.ToProblem();
        var status = request.Status.Or(risk.Status)!.Value;
        if (!Risk.Life.Allow(risk.Status, status)) return Risk.Life.Refusal(risk.Status, status);
        if (status == RiskStatus.Closed && risk.Status != status && await actions.RefusalAsync("risks", riskId, cancellation) is { } unfinished) return unfinished;

        Apply(request, risk);
        risk.OwnerId = owner;
        risk.Status = status;
        // Links are rows of their own: the risk is written with them, so that its version says that it changed.
        if (risk.Links.Replace(links, (kind, id) => new RiskLink { Kind = kind, TargetId = id })) db.Entry(risk).Property(record => record.UpdatedAt).IsModified = true;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(await ReadRisks.FindAsync(db, settings.RiskMatrix, riskId, cancellation));
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

    private static FieldErrors Check(RiskUpdate request, RiskMatrix matrix) => new FieldErrors()
        .Text("title", request.Title, min: 1, max: Risk.LongestTitle, required: true)
        .Text("description", request.Description, min: 1, max: Risk.LongestText, required: true)
        .NotNull("category", request.Category)
        .Text("subcategory", request.Subcategory, max: Risk.LongestSubcategory)
        .Text("risk_source", request.RiskSource, max: Risk.LongestStatement)
        .Text("risk_event", request.RiskEvent, max: Risk.LongestStatement)
        .Text("risk_consequence", request.RiskConsequence, max: Risk.LongestStatement)
        .NotNull("likelihood", request.Likelihood)
        .Likelihood("likelihood", request.Likelihood.Value, matrix)
        .NotNull("impact", request.Impact)
        .Impact("impact", request.Impact.Value, matrix)
        .Text("department", request.Department, max: Risk.LongestDepartment)
        .NotNull("review_frequency_months", request.ReviewFrequencyMonths)
        .Range("review_frequency_months", request.ReviewFrequencyMonths.Value, 1, Risk.LongestReviewCycle)
        .Date("next_review_date", request.NextReviewDate.Value)
        .NotNull("treatment_strategy", request.TreatmentStrategy)
        .Text("treatment_plan", request.TreatmentPlan, max: Risk.LongestText)
        .Date("treatment_due_date", request.TreatmentDueDate.Value)
        .NotNull("status", request.Status)
        .NotNull("is_active", request.IsActive);
}
