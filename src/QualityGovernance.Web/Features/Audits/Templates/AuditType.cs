namespace QualityGovernance.Web.Features.Audits.Templates;

public enum AuditType
{
    Inspection,
    Audit,
    Assessment,
    Checklist,
    Survey,
}
