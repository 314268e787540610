namespace QualityGovernance.Web.Features.AuditTrail;

public static class AuditTrailEndpoints
{
    public static IEndpointRouteBuilder MapAuditTrail(this IEndpointRouteBuilder routes)
    {
        var trail = routes.MapModule("/api/v1/audit-trail", "Audit Trail");
        trail.MapGet("", ReadAuditTrail.ListAsync).RequirePermission(AuditPermissions.Read).WithName("ListAuditEntries").WithSummary("List audit entries, newest first");
        trail.MapGet("head", ReadChainHead.HandleAsync).RequirePermission(AuditPermissions.Read).WithName("GetAuditTrailHead").WithSummary("Get the last seal of the audit trail, to be kept elsewhere");
        trail.MapGet("export", ExportAuditTrail.HandleAsync).RequirePermission(AuditPermissions.Export).WithName("ExportAuditTrail").WithSummary("Export the sealed audit trail, as lines of JSON that can be verified without this service")
            .Produces<string>(StatusCodes.Status200OK, ExportAuditTrail.ContentType);
        return routes;
    }
}
