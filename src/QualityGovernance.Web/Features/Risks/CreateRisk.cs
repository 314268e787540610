using QualityGovernance.Platform.Configuration;
using QualityGovernance.Web.Features.Risks.Links;

namespace QualityGovernance.Web.Features.Risks;

/// <summary>Score and level follow from likelihood and impact; every risk starts as identified.</summary>
public sealed record RiskCreate(
    [Required, Text(Risk.LongestTitle, Min = 1)] string? Title,
    [Required, Text(Risk.LongestText, Min = 1)] string? Description,
    RiskCategory Category = RiskCategory.Operational,
    [Text(Risk.LongestSubcategory)] string? Subcategory = null,
    [Text(Risk.LongestStatement)] string? RiskSource = null,
    [Text(Risk.LongestStatement)] string? RiskEvent = null,
    [Text(Risk.LongestStatement)] string? RiskConsequence = null,
    [Range(1), Told(RiskRules.Step)] int? Likelihood = null,
    [Range(1), Told(RiskRules.Step)] int? Impact = null,
    int? OwnerId = null,
    [Text(Risk.LongestDepartment)] string? Department = null,
    [Range(1, Risk.LongestReviewCycle)] int ReviewFrequencyMonths = 12,
    [Dated] DateTimeOffset? NextReviewDate = null,
    [Items(LinkRules.Most)] IReadOnlyList<int>? ClauseIds = null,
    [Items(LinkRules.Most)] IReadOnlyList<int>? ControlIds = null,
    [Items(LinkRules.Most)] IReadOnlyList<int>? LinkedAuditIds = null,
    [Items(LinkRules.Most)] IReadOnlyList<int>? LinkedIncidentIds = null,
    [Items(LinkRules.Most)] IReadOnlyList<int>? LinkedPolicyIds = null,
    TreatmentStrategy TreatmentStrategy = TreatmentStrategy.Mitigate,
    [Text(Risk.LongestText)] string? TreatmentPlan = null,
    [Dated] DateTimeOffset? TreatmentDueDate = null);

internal static class CreateRisk
{
    public static async Task<Results<Created<RiskResponse>, ProblemHttpResult>> HandleAsync(
        RiskCreate request, CurrentUser user, [FromServices] IEnumerable<IHiddenRecords> hidden, QgpSettings settings, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var matrix = settings.RiskMatrix;
        var errors = Check(request, matrix);
        if (errors.Any) return errors.ToProblem();
        GivenIds[] links = [
            new(LinkKind.Clause, "clause_ids", new(request.ClauseIds)),
            new(LinkKind.Control, "control_ids", new(request.ControlIds)),
            new(LinkKind.Audit, "linked_audit_ids", new(request.LinkedAuditIds)),
            new(LinkKind.Incident, "linked_incident_ids", new(request.LinkedIncidentIds)),
            new(LinkKind.Policy, "linked_policy_ids", new(request.LinkedPolicyIds))];
        var trip = new RoundTrip(db);
        var (owner, linked) = (errors.AskUser(trip, "owner_id", request.OwnerId, db), errors.AskLinks(trip, links, [], db, hidden.From(user)));
        await trip.SendAsync(cancellation);
        owner();
        linked();
        if (errors.Any) return errors.ToProblem();

        var risk = new Risk
        {
            Title = request.Title!,
            Description = request.Description!,
            Category = request.Category,
            Subcategory = request.Subcategory,
            RiskSource = request.RiskSource,
            RiskEvent = request.RiskEvent,
            RiskConsequence = request.RiskConsequence,
            OwnerId = request.OwnerId,
            Department = request.Department,
            ReviewFrequencyMonths = request.ReviewFrequencyMonths,
            NextReviewDate = RiskRules.Stored(request.NextReviewDate) ?? time.Now().AddMonths(request.ReviewFrequencyMonths),
            TreatmentStrategy = request.TreatmentStrategy,
            TreatmentPlan = request.TreatmentPlan,
            TreatmentDueDate = RiskRules.Stored(request.TreatmentDueDate),
            Status = Risk.Life.First,
        };
        risk.Rate(request.Likelihood ?? Middle(matrix.Likelihoods), request.Impact ?? Middle(matrix.Impacts));
        risk.Links.Replace(links, (kind, id) => new RiskLink { Kind = kind, TargetId = id });
        db.Add(risk);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/risks/{risk.Id}", RiskResponse.Of(risk, matrix));
    }

    /// <summary>Where nothing is said: 3 of 5.</summary>
    private static int Middle(int steps) => (steps + 1) / 2;

    private static FieldErrors Check(RiskCreate request, RiskMatrix matrix) => new FieldErrors().Members(request)
        .Likelihood("likelihood", request.Likelihood, matrix)
        .Impact("impact", request.Impact, matrix);
}
