namespace QualityGovernance.Web.Features.RootCauseAnalyses;

public enum AnalysisStatus
{
    Draft,
    InReview,
    Approved,
}
