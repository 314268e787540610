using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Web.Features.Risks;

/// <param name="Search">In the reference number, the title and the description, whatever the case.</param>
/// <param name="Category">One of the categories.</param>
/// <param name="Status">One of the states.</param>
/// <param name="RiskLevel">One of the levels of the matrix.</param>
/// <param name="OwnerId">Of the user who owns the risk.</param>
/// <param name="ReviewDue">Those that the statistics count as requiring a review, or the others.</param>
/// <param name="TreatmentOverdue">Those that the statistics count as overdue, or the others.</param>
/// <param name="IsActive">Those that are, or the others.</param>
internal sealed record RiskFilter(
    [FromQuery(Name = "search"), Text(TextSearch.Longest)] string? Search,
    [FromQuery(Name = "category"), OneOf<RiskCategory>(OrBlank = true)] string? Category,
    [FromQuery(Name = "status"), OneOf<RiskStatus>(OrBlank = true)] string? Status,
    [FromQuery(Name = "risk_level"), Text(RiskLevel.LongestName), Told(RiskRules.Level)] string? RiskLevel,
    [FromQuery(Name = "owner_id")] int? OwnerId,
    [FromQuery(Name = "review_due")] bool? ReviewDue,
    [FromQuery(Name = "treatment_overdue")] bool? TreatmentOverdue,
    [FromQuery(Name = "is_active"), Told("Inactive risks are shown only when asked for with false.")] bool IsActive = true)
{
    /// <summary>What is not understood is added to the errors. An empty value is one that was not given, as clients' forms send it.</summary>
    public IQueryable<Risk> Apply(IQueryable<Risk> risks, RiskMatrix matrix, DateTimeOffset now, FieldErrors errors)
    {
        errors.Members(this);
        var scores = Given(RiskLevel) is { } level ? matrix.ScoresOf(level) : null;
        errors.Require(Given(RiskLevel) is null || scores is not null, "risk_level", $"This is no level of the risk matrix: {string.Join(", ", matrix.Levels.Select(known => known.Name))}.");
        if (errors.Any) return risks;

        var category = EnumNames.Read<RiskCategory>(Given(Category));
        var status = EnumNames.Read<RiskStatus>(Given(Status));
        risks = risks.Where(risk => risk.IsActive == IsActive);
        if (category is not null) risks = risks.Where(risk => risk.Category == category);
        if (status is not null) risks = risks.Where(risk => risk.Status == status);
        if (scores is (var from, var before)) risks = risks.Where(risk => risk.RiskScore >= from && (before == null || risk.RiskScore < before));
        if (OwnerId is { } owner) risks = risks.Where(risk => risk.OwnerId == owner);
        if (ReviewDue is { } due) risks = risks.Where(due ? RiskDates.ReviewDue(now) : RiskDates.NoReviewDue(now));
        if (TreatmentOverdue is { } overdue) risks = risks.Where(overdue ? RiskDates.TreatmentOverdue(now) : RiskDates.TreatmentInTime(now));
        return Given(Search) is { } search ? Find(risks, TextSearch.Part(search)) : risks;
    }

    private static IQueryable<Risk> Find(IQueryable<Risk> risks, string part) => risks.Where(risk =>
        EF.Functions.Like(risk.ReferenceNumber.ToLower(), part, TextSearch.Escape)
        || EF.Functions.Like(risk.Title.ToLower(), part, TextSearch.Escape)
        || EF.Functions.Like(risk.Description.ToLower(), part, TextSearch.Escape));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
