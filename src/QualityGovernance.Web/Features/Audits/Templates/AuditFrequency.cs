namespace QualityGovernance.Web.Features.Audits.Templates;

public enum AuditFrequency
{
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Annually,
    AdHoc,
}
