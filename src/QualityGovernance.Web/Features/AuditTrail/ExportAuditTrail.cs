using System.Globalization;
using QualityGovernance.Platform.Auditing;
using QualityGovernance.Platform.Auditing.Chain;

namespace QualityGovernance.Web.Features.AuditTrail;

/// <param name="FromSequence">The first link of the chain to export; the first there is when left out.</param>
/// <param name="ToSequence">The last; the last there is when left out.</param>
internal sealed record ExportRange(
    [FromQuery(Name = "from_sequence"), Range(1)] long? FromSequence,
    [FromQuery(Name = "to_sequence"), Range(1)] long? ToSequence);

/// <summary>A range of the chain and nothing between left out, or it could not be verified. That it was exported is in the trail before the first byte leaves.</summary>
internal static class ExportAuditTrail
{
    public const string ContentType = "application/x-ndjson";

    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> HandleAsync([AsParameters] ExportRange range, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(range)
            .Require(!(range.FromSequence > range.ToSequence), "from_sequence", "This is after to_sequence.");
        if (errors.Any) return errors.ToProblem();

        var head = await ChainHead.ReadAsync(db, cancellation);
        var (first, last) = (range.FromSequence ?? 1, Math.Min(range.ToSequence ?? head.Sequence, head.Sequence));
        db.Record(AuditAction.Export, "audit_trail", string.Create(CultureInfo.InvariantCulture, $$"""{"from_sequence":{{first}},"to_sequence":{{last}}}"""));
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Stream(to => TrailExport.WriteAsync(db, to, first, last, cancellation), ContentType, "audit-trail.ndjson");
    }
}
