namespace QualityGovernance.Web.Features.Risks;

public enum RiskStatus
{
    Identified,
    Assessing,

    /// <summary>The treatment is under way.</summary>
    Treating,

    /// <summary>Treated or accepted; watched and reviewed from here on.</summary>
    Monitoring,
    Closed,
}
