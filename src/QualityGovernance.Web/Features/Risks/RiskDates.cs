using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Risks;

/// <summary>What is late, said once for the list and for the statistics.</summary>
internal static class RiskDates
{
    /// <summary>A closed risk is reviewed no more.</summary>
    public static Expression<Func<Risk, bool>> ReviewDue(DateTimeOffset now) => risk => risk.NextReviewDate <= now && risk.Status != RiskStatus.Closed;

    public static Expression<Func<Risk, bool>> NoReviewDue(DateTimeOffset now) => risk => risk.NextReviewDate == null || risk.NextReviewDate > now || risk.Status == RiskStatus.Closed;

    /// <summary>A risk that is only watched, or closed, was treated.</summary>
    public static Expression<Func<Risk, bool>> TreatmentOverdue(DateTimeOffset now) => risk =>
        risk.TreatmentDueDate < now && risk.Status != RiskStatus.Monitoring && risk.Status != RiskStatus.Closed;

    public static Expression<Func<Risk, bool>> TreatmentInTime(DateTimeOffset now) => risk =>
        risk.TreatmentDueDate == null || risk.TreatmentDueDate >= now || risk.Status == RiskStatus.Monitoring || risk.Status == RiskStatus.Closed;
}
