using QualityGovernance.Platform.Auditing.Chain;

namespace QualityGovernance.Web.Features.AuditTrail;

internal static class ReadChainHead
{
    public static async Task<Ok<ChainHead>> HandleAsync(QgpDbContext db, CancellationToken cancellation) => TypedResults.Ok(await ChainHead.ReadAsync(db, cancellation));
}
