using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Web.Features.Risks.Links;

namespace QualityGovernance.Web.Features.Risks;

public record RiskResponse(
    int Id,
    string ReferenceNumber,
    string Title,
    string Description,
    RiskCategory Category,
    string? Subcategory,
    string? RiskSource,
    string? RiskEvent,
    string? RiskConsequence,
    int Likelihood,
    int Impact,
    int RiskScore,
    string RiskLevel,
    int? OwnerId,
    string? Department,
    int ReviewFrequencyMonths,
    DateTimeOffset? NextReviewDate,
    TreatmentStrategy TreatmentStrategy,
    string? TreatmentPlan,
    DateTimeOffset? TreatmentDueDate,
    RiskStatus Status,
    bool IsActive,
    int? CreatedById,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    [property: JsonIgnore] IReadOnlyList<LinkedRecord> Links)
{
    private static readonly ConditionalWeakTable<RiskMatrix, Func<Risk, RiskResponse>> Compiled = [];

    public IReadOnlyList<int> ClauseIds => Links.Of(LinkKind.Clause);

    public IReadOnlyList<int> ControlIds => Links.Of(LinkKind.Control);

    public IReadOnlyList<int> LinkedAuditIds => Links.Of(LinkKind.Audit);

    public IReadOnlyList<int> LinkedIncidentIds => Links.Of(LinkKind.Incident);

    public IReadOnlyList<int> LinkedPolicyIds => Links.Of(LinkKind.Policy);

    /// <param name="matrix">Says which level a score is, as it is configured now.</param>
    public static Expression<Func<Risk, RiskResponse>> Projection(RiskMatrix matrix) => risk => new RiskResponse(
        risk.Id,
        risk.ReferenceNumber,
        risk.Title,
        risk.Description,
        risk.Category,
        risk.Subcategory,
        risk.RiskSource,
        risk.RiskEvent,
        risk.RiskConsequence,
        risk.Likelihood,
        risk.Impact,
        risk.RiskScore,
        matrix.LevelOf(risk.RiskScore).Name,
        risk.OwnerId,
        risk.Department,
        risk.ReviewFrequencyMonths,
        risk.NextReviewDate,
        risk.TreatmentStrategy,
        risk.TreatmentPlan,
        risk.TreatmentDueDate,
        risk.Status,
        risk.IsActive,
        risk.CreatedById,
        risk.CreatedAt,
        risk.UpdatedAt,
        risk.Links.Select(link => new LinkedRecord(link.Kind, link.TargetId)).ToList());

    /// <summary>The same of a risk that is at hand with its links.</summary>
    public static RiskResponse Of(Risk risk, RiskMatrix matrix) => Compiled.GetValue(matrix, of => Projection(of).Compile())(risk);
}
