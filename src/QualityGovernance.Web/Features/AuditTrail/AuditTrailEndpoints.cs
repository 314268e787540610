using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Web.Features.AuditTrail;

public static class AuditTrailEndpoints
{
    public static IEndpointRouteBuilder MapAuditTrail(this IEndpointRouteBuilder routes)
    {
        var trail = routes.MapModule("/api/v1/audit-trail", "Audit Trail");
        trail.MapGet("", ReadAuditTrail.ListAsync).RequirePermission(AuditPermissions.Read).WithName("ListAuditEntries").WithSummary("List audit entries, newest first");
        return routes;
    }
}
