using System.Linq.Expressions;
using QualityGovernance.Web.Features.Standards.Controls;

namespace QualityGovernance.Web.Features.Standards.Clauses;

public sealed record ClauseResponse(
    int Id,
    int StandardId,
    string ClauseNumber,
    string Title,
    string? Description,
    int? ParentClauseId,
    int Level,
    int SortOrder,
    bool IsActive,
    IReadOnlyList<ControlResponse> Controls,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<Clause, ClauseResponse>
{
    public static Expression<Func<Clause, ClauseResponse>> Projection => clause => new ClauseResponse(
        clause.Id,
        clause.StandardId,
        clause.ClauseNumber,
        clause.Title,
        clause.Description,
        clause.ParentClauseId,
        clause.Level,
        clause.SortOrder,
        clause.IsActive,
        clause.Controls.AsQueryable().OrderBy(control => control.Id).Select(ControlResponse.Projection).ToList(),
        clause.CreatedAt,
        clause.UpdatedAt);

    /// <summary>Of a clause that is at hand, whose controls need not be.</summary>
    public static ClauseResponse Of(Clause clause, IReadOnlyList<ControlResponse> controls) => (Projections.Of<Clause, ClauseResponse>(clause) with { Controls = controls }).Ordered();

    /// <summary>The same with its controls in the order of their numbers, which no database knows.</summary>
    public ClauseResponse Ordered() => this with { Controls = [.. Controls.OrderBy(control => control.ControlNumber, NumberOrder.Instance).ThenBy(control => control.Id)] };
}
